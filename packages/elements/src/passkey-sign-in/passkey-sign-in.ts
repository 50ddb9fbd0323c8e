import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { obstacleOf } from '../ceremonies/obstacle.js';
import { passkeys } from '../ceremonies/passkeys.js';
import type { MfaError } from '../client/mfa-error.js';
import type { SessionView } from '../client/views.js';
import { MfaSignedInEvent } from '../events/mfa-signed-in.js';
import { errorText, troubleText } from '../foundation/error-text.js';
import { icon } from '../foundation/icons.js';
import { MfaElement } from '../foundation/mfa-element.js';
import { ServerCall } from '../foundation/server-call.js';
import { alertStyles } from '../foundation/styles/alerts.js';
import { buttonStyles } from '../foundation/styles/buttons.js';
import { iconStyles } from '../foundation/styles/icons.js';
import { passkeySignIn as english } from '../languages/en/passkey-sign-in.js';
import { passkeySignInStyles } from './passkey-sign-in.styles.js';

/**
 * For pages that have a sign-in form of their own; `<mfa-sign-in>` has this button built in.
 *
 * @summary One click signs in with a passkey: nothing to type, and both factors at once.
 * @status stable
 * @since 0.1
 *
 * @slot - Instead of the words on the button.
 *
 * @fires {MfaSignedInEvent} mfa-signed-in - The person is signed in.
 *
 * @csspart button - The button.
 * @csspart button-primary - The same.
 * @csspart error - Why it didn't work.
 * @csspart empty - Why it can't work on this page.
 *
 * @cssstate empty - No passkey can be used on this page.
 * @cssstate prompting - The browser asks for the passkey, or it is being checked.
 * @cssstate error - The last try failed.
 * @cssstate complete - The person is signed in.
 */
export class PasskeySignIn extends MfaElement {
  static override properties: PropertyDeclarations = { quiet: { type: Boolean } };

  static override styles = [...MfaElement.styles, buttonStyles, alertStyles, iconStyles, passkeySignInStyles];

  /** Shows nothing at all where no passkey can be used, rather than why: for pages that have other ways to sign in. */
  quiet = false;

  readonly #call = new ServerCall(this);
  #isDone = false;
  /** Why the last try failed. */
  #error: MfaError | undefined;

  /** Moves the focus to the button. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options);
  }

  protected override clientChanged(): void {
    this.#call.cancel();
    this.#isDone = false;
    this.#error = undefined;
    // Between the click and the dialog there is no time for it.
    if (!obstacleOf(this.mfa)) void passkeys.preload();
  }

  protected override sessionChanged({ state }: SessionView): void {
    if (state === 'signed-in') return;
    this.#isDone = false;
    this.announce('');
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { pending } = this.#call;
    this.showStates({
      empty: obstacleOf(this.mfa) !== undefined,
      prompting: pending,
      error: this.#error !== undefined && this.#error.code !== 'aborted',
      complete: this.#isDone,
    });
  }

  #signIn(): void {
    if (this.#isDone) return;
    const { mfa } = this;
    this.#error = undefined;
    this.#call.run(
      async (options) => (await passkeys.load()).signInWithPasskey(mfa, options),
      () => {
        this.#isDone = true;
        this.announce(this.strings('passkeySignIn', english).signedIn);
        this.dispatchEvent(new MfaSignedInEvent());
      },
      (error) => {
        this.#error = error;
      },
    );
  }

  protected override render(): TemplateResult {
    return html`${this.#renderContent()}${this.renderAnnouncer()}`;
  }

  #renderContent(): unknown {
    const texts = this.strings('passkeySignIn', english);
    const { pending } = this.#call;
    const obstacle = obstacleOf(this.mfa);
    if (obstacle) return this.quiet ? nothing : html`<p part="empty">${troubleText(this, obstacle)}</p>`;
    return html`<div class="content">
      <button
        type="button"
        part="button button-primary"
        aria-disabled=${pending || this.#isDone ? 'true' : 'false'}
        @click=${() => {
          this.#signIn();
        }}
      >
        ${icon('passkey')}${this.#isDone ? texts.signedIn : pending ? texts.waiting : html`<slot>${texts.signIn}</slot>`}
      </button>
      <div part="error" role="alert">${errorText(this, this.#error)}</div>
    </div>`;
  }
}
