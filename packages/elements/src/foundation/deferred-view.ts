import { html, nothing, type CSSResult, type ReactiveController, type TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import type { SessionView } from '../client/views.js';
import { shared, type SharedStrings } from '../languages/en/shared.js';
import { errorText } from './error-text.js';
import { button } from './list-button.js';
import type { HostState, MfaElement } from './mfa-element.js';
import { adoptStyles } from './styles/adopt-styles.js';
import { nameFieldStyles } from './styles/name-field.js';

/** The states of the host that a view decides about. */
export type DeferredStates = Partial<Record<HostState, boolean>>;

/** What a view asks of the flow that it shows. */
export interface ViewedFlow {
  /** Begins anew. */
  load(): void;
  follow(session: SessionView): void;
}

/**
 * What a deferred element shows once it is there. Owns its styles, and where the focus goes; what it shows is each view's own matter.
 * It is a controller because the focus can only move to what was rendered.
 */
export abstract class DeferredView<
  Element extends MfaElement = MfaElement,
  Viewed extends ViewedFlow = ViewedFlow,
> implements ReactiveController {
  protected readonly element: Element;
  protected abstract readonly flow: Viewed;
  /** What gets the focus with the next rendering: a selector. */
  protected focusWanted = '';

  constructor(element: Element, ...styles: CSSResult[]) {
    this.element = element;
    adoptStyles(element, nameFieldStyles, ...styles);
    element.addController(this);
  }

  abstract get states(): DeferredStates;

  abstract render(): unknown;

  /** Begins anew: the client became another one, or the element was attached again. */
  load(): void {
    this.flow.load();
  }

  follow(session: SessionView): void {
    this.flow.follow(session);
  }

  hostUpdated(): void {
    const wanted = this.focusWanted;
    this.focusWanted = '';
    if (wanted === '[part=title]') this.element.focus();
    else if (wanted) this.element.renderRoot.querySelector<HTMLElement>(wanted)?.focus();
  }

  protected get words(): SharedStrings {
    return this.element.strings('shared', shared);
  }

  /** Why nothing came. @param notYours what those read who may not see it. */
  protected reasonOf(error: MfaError, notYours: string): string {
    return error.code === 'forbidden' ? notYours : errorText(this.element, error);
  }

  /** Another try, unless it would be refused as well. */
  protected renderRetry({ code }: MfaError): unknown {
    if (code === 'forbidden') return nothing;
    const click = (): void => {
      this.load();
    };
    return this.renderEndButton({ text: this.words.tryAgain, click, isBusy: false });
  }

  /** In place of everything: why nothing came, and another try. */
  protected renderUnreachable(error: MfaError, notYours: string): TemplateResult {
    return html`<div part="error" role="alert">${this.reasonOf(error, notYours)}</div>
      ${this.renderRetry(error)}`;
  }

  /** A button that stands alone, as below a list. */
  protected renderEndButton(shown: Parameters<typeof button>[0]): TemplateResult {
    return html`<div part="actions">${button(shown)}</div>`;
  }
}
