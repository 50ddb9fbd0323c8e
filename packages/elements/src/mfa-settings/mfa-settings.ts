import { html, nothing, type TemplateResult } from 'lit';
import type { SessionView } from '../client/views.js';
import { errorText } from '../foundation/error-text.js';
import { loading } from '../foundation/loading.js';
import { MfaElement, type HostState } from '../foundation/mfa-element.js';
import { alertStyles } from '../foundation/styles/alerts.js';
import { buttonStyles } from '../foundation/styles/buttons.js';
import { CODE_INPUT_PARTS, ENROLL_PARTS } from '../foundation/handed-on-parts.js';
import { shared } from '../languages/en/shared.js';
import { MfaSettingsController } from './mfa-settings.controller.js';
import { mfaSettingsStyles } from './mfa-settings.styles.js';

const PARTS = `base,device-current,device-locked,device-pending,event,event-current,event-suspicious,filters,code-used,hint-warning,button-danger,${ENROLL_PARTS}`;

/** The card of an app that is being added is one like the others here. */
const APP_PARTS = [
  PARTS,
  ...`base,${ENROLL_PARTS}`.split(',').map((part) => `enroll__${part}:${part}`),
].join();

/** The banner is no card, and has other places for title and description; the card that may open in it is one. */
const BANNER_PARTS = `base:requirement__base,title:requirement__title,description:requirement__description,enroll__base:base,header,step,method,qr,secret,copy-button,codes,code,device,hint,label,input,error,loading,empty,actions,button,button-primary,button-quiet,footer,${CODE_INPUT_PARTS}`;

/** The state of a part that waits for the person: an app is being set up, or codes are on show. */
const WAITING: HostState = 'prompting';

/** What may bring the first factor, or take the last one. */
const CHANGES = [
  'mfa-enrolled',
  'mfa-passkey-added',
  'mfa-passkey-revoked',
  'mfa-totp-added',
  'mfa-totp-removed',
];

/**
 * Composed of `<mfa-requirement>`, `<passkey-list>`, `<totp-list>`, `<recovery-codes>`, `<remembered-devices>`, `<active-sessions>` and
 * `<security-activity>`, and of `<mfa-enroll>` for people who have no factor yet; each card has a heading of the second level. Their events
 * leave it as they are. What the banner leads to is on the page already, and gets the focus. Put an `<mfa-step-up>` on the page.
 *
 * @summary A person's whole security page: factors, recovery codes, remembered devices, sessions and what happened.
 * @status stable
 * @since 0.1
 *
 * @slot top - Before everything.
 * @slot after-passkeys - Below the passkeys.
 * @slot after-apps - Below the authenticator apps.
 * @slot after-codes - Below the recovery codes.
 * @slot after-devices - Below the remembered devices.
 * @slot bottom - Below everything.
 * @slot change-password - A link to where the password is changed, for people who find something in the activity that wasn't them.
 * @slot code - The `<input>` for the code of an authenticator app that is being added. Made by the element when the page supplies none.
 * @slot passkey-code - The same, where an app is set up in place of a passkey.
 *
 * @csspart base - Every card, and so with the parts below: they are those of all cards.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What a card is for.
 * @csspart device - A passkey, an app, a device, a session.
 * @csspart device-current - The one that the person uses now.
 * @csspart device-locked - An app that is locked.
 * @csspart device-pending - An enrolment that is not finished.
 * @csspart event - Something that happened.
 * @csspart event-current - Something that happened in this session.
 * @csspart event-suspicious - Something that stands out; why is said in words.
 * @csspart filters - The filters of what happened.
 * @csspart method - A button that chooses a method, or where a passkey is kept.
 * @csspart step - One numbered step of setting up an app.
 * @csspart qr - The QR code of a new app.
 * @csspart secret - Its key, for those who can't scan.
 * @csspart copy-button - The button that copies the key, or all recovery codes.
 * @csspart codes - Recovery codes, or the row of marks, one for each.
 * @csspart code - One of them.
 * @csspart code-used - The mark of a code that was used.
 * @csspart hint - What helps to tell one thing from another, and what to do about it.
 * @csspart hint-warning - A hint that asks for something to be done.
 * @csspart label - The label of a field.
 * @csspart input - The field for a name, or of a filter.
 * @csspart error - What went wrong.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown where there is nothing to list.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The button that leads on.
 * @csspart button-quiet - Buttons that lead back, and those of what is listed.
 * @csspart button-danger - The button that takes something away.
 * @csspart footer - The end of a card.
 * @csspart code-input__boxes - The row of boxes of the code field.
 * @csspart code-input__box - One box.
 * @csspart code-input__box-filled - A box that shows a digit.
 * @csspart code-input__box-active - The box at the caret.
 * @csspart code-input__error - Why the code was refused.
 * @csspart requirement__base - The banner.
 * @csspart requirement__title - What is asked.
 * @csspart requirement__description - Why.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - There is no factor yet.
 * @cssstate error - The server can't be reached, or nobody is signed in.
 */
export class MfaSettings extends MfaElement {
  static override styles = [...MfaElement.styles, buttonStyles, alertStyles, mfaSettingsStyles];

  readonly #flow: MfaSettingsController = new MfaSettingsController(this, () => {
    this.#hadFocus ||= Boolean(this.shadowRoot?.activeElement);
  });
  /** Whoever goes from the first factor to the lists, or back, goes on with what comes in its place. */
  #hadFocus = false;

  /** Moves the focus to the first card. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('mfa-enroll, passkey-list, active-sessions, button')?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const change of CHANGES)
      this.addEventListener(
        change,
        () => {
          this.#flow.look();
        },
        { signal: this.connection },
      );
  }

  protected override clientChanged(): void {
    this.#flow.load();
  }

  protected override sessionChanged({ state }: SessionView): void {
    const { name } = this.#flow.state;
    if (state === 'signed-in' && (name === 'unreachable' || name === 'signed-out')) this.#flow.load();
    // The card with the sessions says so for all, and finishes what it may have begun; but codes that are on show stay until they are saved.
    if (state !== 'signed-in' && name === 'managing' && !this.renderRoot.querySelector(`:state(${WAITING})`))
      this.#flow.leave();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { state, slow } = this.#flow;
    this.showStates({
      loading: state.name === 'loading' && slow,
      empty: state.name === 'beginning',
      error: state.name === 'unreachable' || state.name === 'signed-out',
    });
  }

  protected override updated(): void {
    if (!this.#hadFocus || this.#flow.state.name === 'loading') return;
    this.#hadFocus = false;
    void this.#giveFocusBack();
  }

  async #giveFocusBack(): Promise<void> {
    // What has just come has nothing to be focused yet.
    await this.renderRoot.querySelector<MfaElement>('mfa-enroll, passkey-list, active-sessions')
      ?.updateComplete;
    if (!this.shadowRoot?.activeElement) this.focus();
  }

  protected override render(): TemplateResult {
    const { name } = this.#flow.state;
    const client = this.mfa;
    const manages = name === 'managing';
    const first =
      name === 'beginning'
        ? html`<mfa-enroll exportparts=${PARTS} .client=${client}
            ><slot name="code" slot="code"></slot
          ></mfa-enroll>`
        : this.#renderNotice();
    return html`<slot name="top"></slot>
      <mfa-requirement
        class=${name === 'loading' ? 'undecided' : ''}
        exportparts=${BANNER_PARTS}
        .client=${client}
        @mfa-enrol-requested=${(event: Event) => {
          event.preventDefault();
          this.focus();
        }}
      ></mfa-requirement>
      ${
        manages
          ? html`<passkey-list exportparts=${PARTS} .client=${client}
              ><slot name="passkey-code" slot="code"></slot
            ></passkey-list>`
          : first
      }
      <slot name="after-passkeys"></slot>
      ${
        manages
          ? html`<totp-list exportparts=${APP_PARTS} .client=${client}
              ><slot name="code" slot="code"></slot
            ></totp-list>`
          : nothing
      }
      <slot name="after-apps"></slot>
      ${manages ? html`<recovery-codes exportparts=${PARTS} .client=${client}></recovery-codes>` : nothing}
      <slot name="after-codes"></slot>
      ${manages ? html`<remembered-devices exportparts=${PARTS} .client=${client}></remembered-devices>` : nothing}
      <slot name="after-devices"></slot>
      ${
        manages || name === 'beginning' || name === 'signed-out'
          ? html`<active-sessions exportparts=${PARTS} .client=${client}></active-sessions>`
          : nothing
      }
      ${
        manages || name === 'beginning'
          ? html`<security-activity exportparts=${PARTS} .client=${client}
              ><slot name="change-password" slot="change-password"></slot
            ></security-activity>`
          : nothing
      }
      <slot name="bottom"></slot>`;
  }

  /** What stands in place of the cards while there are none. */
  #renderNotice(): unknown {
    const { state, slow } = this.#flow;
    const words = this.strings('shared', shared);
    if (state.name === 'unreachable')
      return html`<div class="notice">
        <div part="error" role="alert">${errorText(this, state.error)}</div>
        <button type="button" part="button" @click=${() => this.#flow.load()}>${words.tryAgain}</button>
      </div>`;
    return loading(this, state.name === 'loading' && slow);
  }
}
