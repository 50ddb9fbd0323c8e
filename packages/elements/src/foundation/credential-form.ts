import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { lightPlace } from './light-place.js';

let lastId = 0;

/**
 * The `<form>` that credential fields belong to. It stands empty beside them in light DOM and they name it by `form="…"`: a
 * form in a shadow root can't own a slotted input, and without one, password managers, the Go key of phones and
 * `requestSubmit()` have nothing to hold on to. It is a controller because the form comes and goes with its host.
 */
export class CredentialForm implements ReactiveController {
  /** For the `form` attribute of fields. */
  readonly id = `mfa-form-${++lastId}`;
  readonly #host: ReactiveControllerHost & Element;
  readonly #slot: string;
  readonly #submitted: () => void;
  #form: HTMLFormElement | undefined;

  /**
   * @param slot one of the slots that the fields are shown by; the form goes where they go.
   * @param submitted called for each submission, however it came about; the page never sees it.
   */
  constructor(host: ReactiveControllerHost & Element, slot: string, submitted: () => void) {
    this.#host = host;
    this.#slot = slot;
    this.#submitted = submitted;
    host.addController(this);
  }

  requestSubmit(): void {
    this.#form?.requestSubmit();
  }

  hostConnected(): void {
    const form = (this.#form = document.createElement('form'));
    form.id = this.id;
    form.hidden = true;
    // The element says in its own words, and in its own language, what is missing.
    form.noValidate = true;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.#submitted();
    });
    lightPlace(this.#host, this.#slot).host.append(form);
  }

  hostDisconnected(): void {
    this.#form?.remove();
  }
}
