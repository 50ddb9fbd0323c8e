import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { followLink } from '../foundation/follow-link.js';
import type { PrintSheet } from './print-sheet.js';

/**
 * The codes while they are on show, and the only place that holds them. Owns what must not outlive them: the warning before the page is
 * left, the sheet that is printed, the file that is saved. Does not own when they come and go.
 * It is a controller because they are gone for good when the host leaves the page.
 */
export class CodesOnShow implements ReactiveController {
  /** Empty when none are on show. */
  codes: readonly string[] = [];

  readonly #host: ReactiveControllerHost & HTMLElement & { readonly language: string };
  readonly #heading: () => string;
  #sheet: PrintSheet | undefined;
  #sheetArriving: Promise<void> | undefined;
  #watching: AbortController | undefined;
  #file: string | undefined;

  /** @param heading of the file and the printed sheet. */
  constructor(
    host: ReactiveControllerHost & HTMLElement & { readonly language: string },
    heading: () => string,
  ) {
    this.#host = host;
    this.#heading = heading;
    host.addController(this);
  }

  show(codes: readonly string[]): void {
    this.forget();
    this.codes = codes;
    this.#sheetArriving = this.#loadSheet();
    if (this.#host.isConnected) this.#watch();
    this.#host.requestUpdate();
  }

  forget(): void {
    this.#leave();
    if (this.#file) URL.revokeObjectURL(this.#file);
    this.#file = undefined;
    this.codes = [];
    this.#host.requestUpdate();
  }

  /** One code on each line. */
  get text(): string {
    return this.codes.join('\n');
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
  async print(): Promise<void> {
    await this.#sheetArriving;
    this.#openSheet();
    print();
  }

  hostConnected(): void {
    if (this.codes.length) this.#watch();
  }

  hostDisconnected(): void {
    this.#leave();
    // A page that only moves the element must not cost the person the codes.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.forget();
    });
  }

  #watch(): void {
    const { signal } = (this.#watching = new AbortController());
    addEventListener('beforeunload', (event) => event.preventDefault(), { signal });
    // Also when the person prints by the browser's own menu.
    addEventListener('beforeprint', () => this.#openSheet(), { signal });
    addEventListener('afterprint', () => this.#sheet?.close(), { signal });
  }

  #leave(): void {
    this.#watching?.abort();
    this.#sheet?.close();
  }

  /** Where it doesn't come, paper shows the page as it is, and the codes with it. */
  async #loadSheet(): Promise<void> {
    const loaded = await import('./print-sheet.js').catch(() => undefined);
    if (loaded) this.#sheet ??= new loaded.PrintSheet();
  }

  #openSheet(): void {
    this.#sheet?.open(this.#heading(), this.codes, this.#host.language);
  }
}
