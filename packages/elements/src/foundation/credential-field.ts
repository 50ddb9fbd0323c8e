import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { lightPlace, type LightPlace } from './light-place.js';

export interface CredentialFieldOptions {
  /** The host's slot that shows the field. An `<input>` that the page puts there is used instead of a new one. */
  slot: string;
  label: () => string;
  /** For the input; one that the page supplied keeps its own. A value of null sets nothing. */
  attributes: () => Readonly<Record<string, string | null>>;
  /** What is wrong with the value, or empty. The host shows it; the field ties it to the input. */
  error: () => string;
  /** Whether the field is on screen. Left out: always. */
  active?: () => boolean;
  /** The value may have changed: by typing, or silently by a password manager, noticed when the person moves on. */
  changed?: (input: HTMLInputElement) => void;
}

let lastId = 0;

/**
 * One real `<input>` with its real `<label>` in light DOM, where password managers, autofill and the page's own forms find it.
 * Owns making, adopting and removing these nodes, and their names and descriptions. Owns neither layout (see `fieldStyles`) nor
 * validation. It is a controller because the nodes live outside the host's template and follow its life.
 *
 * The error's text is repeated in a hidden element beside the input, because `aria-describedby` can't reach into a shadow root.
 */
export class CredentialField implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: CredentialFieldOptions;
  #input: HTMLInputElement | undefined;
  #made: Element[] = [];
  #label: HTMLLabelElement | undefined;
  #description: HTMLElement | undefined;
  #listening: AbortController | undefined;
  #awaited: FocusOptions | undefined;

  constructor(host: ReactiveControllerHost & Element, options: CredentialFieldOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The real text field; undefined while it is not on screen. */
  get input(): HTMLInputElement | undefined {
    return this.#input;
  }

  /** Read from the input each time: some managers fill without an event. */
  get value(): string {
    return this.#input?.value ?? '';
  }

  set value(value: string) {
    if (this.#input && this.#input.value !== value) this.#input.value = value;
  }

  /** Moves the focus into the field; where that is not on screen yet, as soon as it is. */
  focus(options?: FocusOptions): void {
    if (this.#input) this.#input.focus(options);
    else this.#awaited = options ?? {};
  }

  hostUpdated(): void {
    this.refresh();
  }

  hostDisconnected(): void {
    this.#release();
  }

  /** Looks again what the slot shows; to be called on `slotchange` where a page may supply the input late. */
  refresh(): void {
    if (!this.#host.isConnected || this.#options.active?.() === false) {
      this.#release();
      return;
    }
    const place = lightPlace(this.#host, this.#options.slot);
    const supplied = [
      ...place.host.querySelectorAll<HTMLInputElement>(`:scope > input[slot="${place.slot}"]`),
    ].find((input) => !this.#made.includes(input));
    if (supplied && supplied !== this.#input) {
      const typed = this.value;
      this.#release();
      this.#take(supplied, place);
      if (typed && !supplied.value) supplied.value = typed;
    } else if (!this.#input) {
      this.#take(this.#make('input', place), place);
    }
    this.#describe();
  }

  #make<Tag extends 'input' | 'label' | 'span'>(tag: Tag, place: LightPlace): HTMLElementTagNameMap[Tag] {
    const element = document.createElement(tag);
    element.slot = place.slot;
    place.host.append(element);
    this.#made.push(element);
    return element;
  }

  #take(input: HTMLInputElement, place: LightPlace): void {
    this.#input = input;
    input.id ||= `mfa-field-${++lastId}`;
    for (const [name, value] of Object.entries(this.#options.attributes())) {
      if (value !== null && !input.hasAttribute(name)) input.setAttribute(name, value);
    }
    if (!input.labels?.length && !input.ariaLabel && !input.hasAttribute('aria-labelledby')) {
      this.#label = this.#make('label', place);
      this.#label.htmlFor = input.id;
      // Screen readers and the keyboard meet the label first.
      input.before(this.#label);
    }
    this.#description = this.#make('span', place);
    this.#description.hidden = true;
    this.#description.id = `${input.id}-error`;
    this.#listen(input);
    this.#options.changed?.(input);
    const awaited = this.#awaited;
    this.#awaited = undefined;
    // The focus changes what the host shows; Lit wants the current update to be over first.
    if (awaited) void this.#host.updateComplete.then(() => this.#input?.focus(awaited));
  }

  #listen(input: HTMLInputElement): void {
    const { signal } = (this.#listening = new AbortController());
    for (const type of ['input', 'change', 'focusin']) {
      input.addEventListener(type, () => this.#options.changed?.(input), { signal });
    }
    input.addEventListener(
      'keydown',
      (event) => {
        // With several fields, and the button in a shadow root, browsers submit nothing by themselves.
        if (event.key !== 'Enter' || event.isComposing || !input.form?.hidden) return;
        event.preventDefault();
        input.form.requestSubmit();
      },
      { signal },
    );
  }

  #describe(): void {
    const error = this.#options.error();
    if (this.#label) setText(this.#label, this.#options.label());
    if (this.#description) setText(this.#description, error);
    const input = this.#input;
    if (!input) return;
    setAttribute(input, 'aria-invalid', error ? 'true' : null);
    setAttribute(input, 'aria-describedby', error && this.#description ? this.#description.id : null);
  }

  #release(): void {
    this.#listening?.abort();
    for (const element of this.#made) element.remove();
    if (this.#input)
      for (const name of ['aria-invalid', 'aria-describedby']) this.#input.removeAttribute(name);
    this.#made = [];
    this.#input = this.#label = this.#description = undefined;
  }
}

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function setAttribute(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
