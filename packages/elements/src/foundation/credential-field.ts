import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { lightPlace, type LightPlace } from './light-place.js';
import { fieldLook } from './styles/fields.js';

export interface CredentialFieldOptions {
  /** The host's slot that shows the field. An `<input>` that the page puts there is used instead of a new one. */
  slot: string;
  label: () => string;
  /** For the input; one that the page supplied keeps its own. */
  attributes: () => Readonly<Record<string, string>>;
  /** What is wrong with the value, or empty. The field ties it to the input. */
  error: () => string;
  /** Whether the field is on screen. Left out: always. */
  active?: () => boolean;
  /** The value may have changed: by typing, or silently by a password manager, noticed when the person moves on. */
  changed?: (input: HTMLInputElement) => void;
}

/** A credential has no spelling, and must not be improved. */
const ATTRIBUTES = { type: 'text', autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' };

let lastId = 0;

/**
 * One real `<input>` with its real `<label>` in light DOM, where password managers, autofill and the page's own forms find it.
 * Owns making, adopting and removing these nodes, and their names and descriptions. Owns neither its look (see `fieldLook`) nor
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
  #listening = new AbortController();
  #awaited: FocusOptions | undefined;
  /** What was written before there was an input to write it to. */
  #early = '';

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
    return this.#input?.value ?? this.#early;
  }

  set value(value: string) {
    if (!this.#input) this.#early = value;
    else if (this.#input.value !== value) this.#input.value = value;
  }

  /** Moves the focus into the field; where that is not on screen yet, as soon as it is. */
  focus(options: FocusOptions = {}): void {
    if (this.#input) this.#input.focus(options);
    else this.#awaited = options;
  }

  /** For the host's template: the slot that shows the field, and what is wrong with the value. @param beside stands between them. */
  render(beside: unknown = nothing): TemplateResult {
    const { slot, error } = this.#options;
    return html`<div class="field ${slot}">
      <slot name=${slot}></slot>${beside}
      <div part="error" role="alert">${error()}</div>
    </div>`;
  }

  hostConnected(): void {
    // A page may supply the input late.
    this.#host.shadowRoot?.addEventListener('slotchange', this.#refresh);
  }

  hostUpdated(): void {
    this.#refresh();
  }

  hostDisconnected(): void {
    this.#release();
  }

  /** Looks again what the slot shows. */
  readonly #refresh = (): void => {
    if (!this.#host.isConnected || this.#options.active?.() === false) {
      this.#release();
      return;
    }
    const place = lightPlace(this.#host, this.#options.slot);
    const inputs = place.host.querySelectorAll<HTMLInputElement>(`:scope > input[slot="${place.slot}"]`);
    const supplied = [...inputs].find((input) => !this.#made.includes(input));
    if (supplied && supplied !== this.#input) {
      const typed = this.value;
      this.#release();
      this.#take(supplied, place);
      supplied.value ||= typed;
    } else if (!this.#input) {
      this.#take(this.#make('input', place), place);
    }
    dress(place.host);
    this.#describe();
  };

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
    for (const [name, value] of Object.entries({ ...ATTRIBUTES, ...this.#options.attributes() })) {
      if (value && !input.hasAttribute(name)) input.setAttribute(name, value);
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
    input.value ||= this.#early;
    this.#early = '';
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
    setText(this.#label, this.#options.label());
    setText(this.#description, error);
    this.#tie(error !== '');
  }

  /** Ties the input to what is wrong with it, or frees it. */
  #tie(isWrong: boolean): void {
    const input = this.#input;
    if (!input) return;
    input.ariaInvalid = isWrong ? 'true' : null;
    if (isWrong) input.setAttribute('aria-describedby', `${input.id}-error`);
    else input.removeAttribute('aria-describedby');
  }

  #release(): void {
    this.#listening.abort();
    this.#tie(false);
    for (const element of this.#made) element.remove();
    this.#made = [];
    this.#input = this.#label = this.#description = undefined;
  }
}

/** Gives the tree that a field stands in the look of fields, which pages may have taken away with all their sheets. */
function dress(place: Element): void {
  const { adoptedStyleSheets } = place.getRootNode() as Document | ShadowRoot;
  const { styleSheet } = fieldLook;
  if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
}

/** Not again what is there: each change of the page wakes up password managers. */
function setText(element: Element | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
