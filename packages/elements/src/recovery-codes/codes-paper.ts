import type { ReactiveController } from 'lit';
import { followLink } from '../foundation/follow-link.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import type { CodesOnShow } from './codes-on-show.js';
import { PrintSheet } from './print-sheet.js';

/**
 * The codes as a file and on paper. Owns what must not outlive them: the file that is saved and the sheet that is printed.
 * It is a controller because both are gone when the codes are, or the host leaves the page.
 */
export class CodesPaper implements ReactiveController {
  readonly #host: MfaElement;
  readonly #shown: CodesOnShow;
  readonly #heading: () => string;
  readonly #sheet = new PrintSheet();
  #watching: AbortController | undefined;
  #file: string | undefined;

  /** @param heading of the file and the printed sheet. */
  constructor(host: MfaElement, shown: CodesOnShow, heading: () => string) {
    this.#host = host;
    this.#shown = shown;
    this.#heading = heading;
    host.addController(this);
  }

  /** One code on each line. */
  get text(): string {
    return this.#shown.codes.join('\n');
  }

  /** Saves the codes as a text file that is named after the service. */
  download(): void {
    this.#file ??= URL.createObjectURL(
      new Blob([`${this.#heading()}\n\n${this.text}\n`], { type: 'text/plain;charset=utf-8' }),
    );
    // A colon is no part of a file name on every system.
    followLink(this.#file, `recovery-codes-${location.host.replaceAll(':', '-')}.txt`);
  }

  /** Prints the codes and nothing else of the page. */
  print(): void {
    this.#openSheet();
    print();
  }

  hostUpdated(): void {
    if (this.#shown.codes.length) this.#watch();
    else this.#forget();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #watch(): void {
    if (this.#watching) return;
    const { signal } = (this.#watching = new AbortController());
    // Also when the person prints by the browser's own menu.
    addEventListener('beforeprint', () => this.#openSheet(), { signal });
    addEventListener('afterprint', () => this.#sheet.close(), { signal });
  }

  #leave(): void {
    this.#watching?.abort();
    this.#watching = undefined;
    this.#sheet.close();
  }

  #forget(): void {
    this.#leave();
    if (this.#file) URL.revokeObjectURL(this.#file);
    this.#file = undefined;
  }

  #openSheet(): void {
    this.#sheet.open(this.#heading(), this.#shown.codes, this.#host.language);
  }
}
