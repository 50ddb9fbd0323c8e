import { LitElement, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { clientFor } from '../client/http-client.js';
import type { MfaClient } from '../client/mfa-client.js';
import type { SessionView } from '../client/views.js';
import { languageArriving, followLanguages, stringsOf, type Strings } from '../languages/registry.js';
import { ClientRequestEvent, PROVIDER_APPEARED } from './client-context.js';
import { followPageLanguage, nearestLanguage } from './nearest-language.js';
import { baseStyles } from './styles/base.js';

/** What the host shows to CSS as `:state(…)`. */
export type HostState =
  'loading' | 'empty' | 'error' | 'prompting' | 'verifying' | 'complete' | 'invalid' | 'locked';

/**
 * Known to the kit's own style sheets only. Reading: nothing has come yet, so all that stands below is going to be pushed down. Silent: there
 * is nothing to see.
 */
export type PrivateState = '_reading' | '_silent';

const DEFAULT_BASE_URL = '/mfa';

/**
 * What all elements have in common: which client they talk to, in which language they speak, and how they tell of an outcome.
 * Knows no flow; that is each element's controller.
 *
 * The client is the `client` property, else that of `base-url`, else the nearest provider's, else the page's own at `/mfa`.
 *
 * The shared tokens; what stands in for each is in `baseStyles`.
 *
 * @cssprop --mfa-color-text - Text.
 * @cssprop --mfa-color-text-quiet - Text of less importance: descriptions, hints, dates.
 * @cssprop --mfa-color-surface - Behind cards, dialogs and fields.
 * @cssprop --mfa-color-surface-raised - Behind what stands out from a card: panels, secrets, codes.
 * @cssprop --mfa-color-border - Borders of fields and buttons; much paler, the lines between sections.
 * @cssprop --mfa-color-accent - What leads on: the main button, links.
 * @cssprop --mfa-color-on-accent - Text on the accent color.
 * @cssprop --mfa-color-focus - The ring around what has the focus.
 * @cssprop --mfa-color-danger - Errors, and buttons that remove.
 * @cssprop --mfa-color-success - What has succeeded.
 * @cssprop --mfa-color-warning - What needs attention soon.
 * @cssprop --mfa-font-family - Font of all text but codes.
 * @cssprop --mfa-font-family-code - Font of codes and secrets.
 * @cssprop --mfa-font-size - Size of text, of which headings and marks are multiples.
 * @cssprop --mfa-control-size - Least height of buttons and fields; 1.5rem is the least that can be hit.
 * @cssprop --mfa-radius-s - Corners of fields, buttons and panels.
 * @cssprop --mfa-radius-m - Corners of cards and dialogs.
 * @cssprop --mfa-space-1 - Smallest distance, within a line.
 * @cssprop --mfa-space-2 - Distance between a label and its field.
 * @cssprop --mfa-space-3 - Distance within a group.
 * @cssprop --mfa-space-4 - Distance between groups.
 * @cssprop --mfa-space-5 - Distance between sections, and from the edge of a card.
 * @cssprop --mfa-space-6 - Largest distance.
 * @cssprop --mfa-focus-width - Width of the ring around what has the focus.
 * @cssprop --mfa-duration - How long transitions take; none do where less motion is asked for.
 */
export abstract class MfaElement extends LitElement {
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    client: { attribute: false },
  };

  static override styles = [baseStyles];

  /** Where the host mounted the router. Empty: the nearest provider decides, else `/mfa`. */
  baseUrl = '';

  /** The client to talk to. Takes precedence over `base-url` and over a provider. */
  client: MfaClient | undefined;

  protected readonly internals = this.attachInternals();

  #provided: MfaClient | undefined;
  #leaveProvider: (() => void) | undefined;
  #followed: MfaClient | undefined;
  #unfollow: (() => void) | undefined;
  #connection = new AbortController();
  #announcement = '';

  /** Ends when the element leaves the page; for calls and listeners. */
  get connection(): AbortSignal {
    return this.#connection.signal;
  }

  /** The client in force. */
  get mfa(): MfaClient {
    // Whatever a page may have assigned: what is no client is as if it were not there.
    const { client, baseUrl } = this;
    if (typeof (client as Partial<MfaClient> | null | undefined)?.session === 'function' && client)
      return client;
    return baseUrl && typeof baseUrl === 'string'
      ? clientFor(baseUrl)
      : (this.#provided ?? clientFor(DEFAULT_BASE_URL));
  }

  /** The BCP 47 tag of the nearest `lang`. */
  get language(): string {
    return nearestLanguage(this);
  }

  override connectedCallback(): void {
    this.#connection = new AbortController();
    super.connectedCallback();
    const { signal } = this.#connection;
    const askForClient = (): void => {
      this.dispatchEvent(
        new ClientRequestEvent((client, unsubscribe) => {
          if (unsubscribe !== this.#leaveProvider) this.#leaveProvider?.();
          this.#leaveProvider = unsubscribe;
          this.#provided = client;
          this.requestUpdate();
        }),
      );
    };
    askForClient();
    window.addEventListener(PROVIDER_APPEARED, askForClient, { signal });
    const update = (): void => {
      this.requestUpdate();
    };
    for (const stop of [followLanguages(update), followPageLanguage(update)])
      signal.addEventListener('abort', stop);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
    this.#unfollow?.();
    this.#leaveProvider?.();
    this.#unfollow = this.#leaveProvider = this.#followed = this.#provided = undefined;
  }

  /** The client in force became another one, or the element was attached. Begin here what needs the server. */
  protected clientChanged?(): void;

  /** The session changed, by this element or elsewhere on the page. */
  protected sessionChanged?(session: SessionView): void;

  /** Waits for the texts of the language rather than flash English. */
  protected override async scheduleUpdate(): Promise<void> {
    const arriving = languageArriving(this.language);
    if (arriving) await arriving;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const client = this.mfa;
    if (!this.isConnected || client === this.#followed || this.#providerIsComing) return;
    this.#unfollow?.();
    this.#followed = client;
    this.#unfollow = client.subscribe((session) => {
      this.sessionChanged?.(session);
    });
    this.clientChanged?.();
  }

  /** A provider around the element that the browser doesn't know yet will name the client; asking another server first would be wrong. */
  get #providerIsComing(): boolean {
    return !this.client && !this.baseUrl && this.closest('mfa-provider:not(:defined)') !== null;
  }

  /** @internal The texts of a feature in the language in force. @param english stands in for what is missing. */
  strings<Feature extends keyof Strings>(feature: Feature, english: Strings[Feature]): Strings[Feature] {
    return stringsOf(this.language, feature, english);
  }

  /** @internal Switches `:state()`s of the host. */
  showStates(states: Partial<Record<HostState | PrivateState, boolean>>): void {
    const shown = this.internals.states;
    for (const [state, on] of Object.entries(states)) shown[on ? 'add' : 'delete'](state);
  }

  /** @internal Tells assistive technology of an outcome that no alert on screen tells. Once per outcome. */
  announce(text: string): void {
    this.#announcement = text;
    this.requestUpdate();
  }

  /** The element's one live region; part of its template, from the first rendering on. */
  protected renderAnnouncer(): TemplateResult {
    return html`<div class="spoken" role="status">${this.#announcement}</div>`;
  }
}
