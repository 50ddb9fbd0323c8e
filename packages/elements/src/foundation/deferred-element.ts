import { html, type TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import type { SessionView } from '../client/views.js';
import { shared } from '../languages/en/shared.js';
import { ChangingCard } from './changing-card.js';
import { card } from './card.js';
import type { DeferredView } from './deferred-view.js';
import { errorText } from './error-text.js';
import { loading } from './loading.js';
import { ServerCall } from './server-call.js';
import { listStyles } from './styles/list.js';

/**
 * A card whose content is fetched when the card is on a page: most pages that could show it do not, and nobody pays for its words there.
 * Owns the card, and what stands in it until the content came. What the content is, and what it does, is the view's own matter.
 */
export abstract class DeferredElement extends ChangingCard {
  static override styles = [...ChangingCard.styles, listStyles];

  readonly #fetching = new ServerCall(this);
  /** Undefined until it was fetched. */
  #view: DeferredView | undefined;
  #trouble: MfaError | undefined;

  /** Heading and description, where the page gives none. */
  protected abstract get words(): { heading: string; description: string };

  /** Fetches what makes the view: making it is for those who are still on the page by then, once. */
  protected abstract fetchView(): Promise<() => DeferredView>;

  protected override clientChanged(): void {
    if (this.#view) this.#view.load();
    else this.#fetch();
  }

  protected override sessionChanged(session: SessionView): void {
    this.#view?.follow(session);
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.showStates(
      this.#view?.states ?? { loading: this.#fetching.slow, error: this.#trouble !== undefined },
    );
  }

  #fetch(): void {
    this.#trouble = undefined;
    this.#fetching.run(
      () => this.fetchView(),
      (makeView) => {
        this.#view = makeView();
        this.#view.load();
      },
      (error) => {
        this.#trouble = error;
      },
    );
  }

  protected override render(): TemplateResult {
    const { heading, description } = this.words;
    return html`${card({
      heading: this.heading || heading,
      description: this.description || description,
      content: this.#view ? this.#view.render() : this.#renderWaiting(),
    })}${this.renderAnnouncer()}`;
  }

  /** What stands in place of the content until it is there. */
  #renderWaiting(): unknown {
    const words = this.strings('shared', shared);
    if (!this.#trouble) return loading(this, this.#fetching.slow);
    return html`<div part="error" role="alert">${errorText(this, this.#trouble)}</div>
      <div part="actions">
        <button type="button" part="button" @click=${() => this.#fetch()}>${words.tryAgain}</button>
      </div>`;
  }
}
