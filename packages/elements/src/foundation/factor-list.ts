import { html, type TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import type { SessionView } from '../client/views.js';
import { shared, type SharedStrings } from '../languages/en/shared.js';
import { ChangingCard } from './changing-card.js';
import type { ViewedFlow } from './deferred-view.js';
import { errorText } from './error-text.js';
import { button, type ListButton } from './list-button.js';
import { RelativeTimes } from './relative-times.js';
import { listStyles } from './styles/list.js';

/** What a list of factors asks of its flow. */
interface ViewedFactors extends ViewedFlow {
  readonly state: { name: string };
  readonly slow: boolean;
  readonly isBusy: boolean;
}

/** What a list of factors asks of the panels in which one changes. */
interface FactorChanges {
  readonly nameMissing: string;
}

/** A person's factors of one kind, as a list. Which they are, and how one is added, is each element's own matter. */
export abstract class FactorList<Changes extends FactorChanges> extends ChangingCard {
  static override styles = [...ChangingCard.styles, listStyles];

  protected abstract readonly flow: ViewedFactors;
  #changesShown: Changes | undefined;

  constructor() {
    super();
    new RelativeTimes(this);
  }

  /** Undefined until the flow has fetched them. */
  protected abstract makeChanges(): Changes | undefined;

  protected get changes(): Changes | undefined {
    return (this.#changesShown ??= this.makeChanges());
  }

  protected get words(): SharedStrings {
    return this.strings('shared', shared);
  }

  protected get error(): string {
    const { state } = this.flow;
    if ('isMissing' in state && state.isMissing) return this.changes?.nameMissing ?? '';
    const { error, trouble } = state as { error?: MfaError; trouble?: MfaError };
    return errorText(this, error ?? trouble);
  }

  protected override clientChanged(): void {
    this.flow.load();
  }

  protected override sessionChanged(session: SessionView): void {
    this.flow.follow(session);
  }

  /** A name is there to be replaced. */
  protected override focusOn(place: string): void {
    super.focusOn(place);
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (activeElement instanceof HTMLInputElement) activeElement.select();
  }

  /** A factor as it is called here: a name that nobody gave it is in English otherwise. */
  protected inWords<Factor extends { name: string }>(factor: Factor): Factor {
    return { ...factor, name: this.words.factor(factor.name) };
  }

  protected renderButton(shown: Omit<ListButton, 'isBusy'>): TemplateResult {
    return button({ ...shown, isBusy: this.flow.isBusy });
  }

  protected renderRetry(): TemplateResult {
    return html`<div part="actions">
      ${this.renderButton({ text: this.words.tryAgain, click: () => this.flow.load() })}
    </div>`;
  }
}
