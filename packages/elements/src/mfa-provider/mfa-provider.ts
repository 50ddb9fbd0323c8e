import { css, html, type TemplateResult } from 'lit';
import type { SessionView } from '../client/views.js';
import {
  CLIENT_CONTEXT,
  PROVIDER_APPEARED,
  type ClientReceiver,
  type ClientRequestEvent,
} from '../foundation/client-context.js';
import { MfaElement } from '../foundation/mfa-element.js';

/**
 * @summary Gives one client and its session to all elements inside.
 * @status stable
 * @since 0.1
 *
 * @slot - The part of the page that shares the client.
 */
export class MfaProvider extends MfaElement {
  static override styles = [
    css`
      :host {
        display: contents;
      }
    `,
  ];

  readonly #receivers = new Map<ClientReceiver, () => void>();

  /** The session view that the server last told; undefined until it told one. */
  get session(): SessionView | undefined {
    return this.mfa.current;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('context-request', this.#answer, { signal: this.connection });
    // Elements inside that were upgraded first have asked in vain.
    window.dispatchEvent(new Event(PROVIDER_APPEARED));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#receivers.clear();
  }

  protected override clientChanged(): void {
    const client = this.mfa;
    for (const [receiver, unsubscribe] of this.#receivers) receiver(client, unsubscribe);
    // Whoever needs the session asks for it too; then this one is shared. A failure is theirs to show.
    if (!client.current) client.session().catch(() => undefined);
  }

  readonly #answer = (event: ClientRequestEvent): void => {
    if (event.context !== CLIENT_CONTEXT || event.composedPath()[0] === this) return;
    event.stopPropagation();
    const { callback } = event;
    const unsubscribe = (): void => {
      this.#receivers.delete(callback);
    };
    if (event.subscribe) this.#receivers.set(callback, unsubscribe);
    callback(this.mfa, unsubscribe);
  };

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
