import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { obstacleOf } from '../ceremonies/obstacle.js';
import type { SessionView } from '../client/views.js';
import { MfaEnrolledEvent } from '../events/mfa-enrolled.js';
import { ChangingCard } from '../foundation/changing-card.js';
import { card } from '../foundation/card.js';
import { CredentialForm } from '../foundation/credential-form.js';
import { errorText, troubleText, type Troubled } from '../foundation/error-text.js';
import { loading } from '../foundation/loading.js';
import { enroll as english, type EnrollStrings } from '../languages/en/enroll.js';
import { shared } from '../languages/en/shared.js';
import type { RecoveryCodes } from '../recovery-codes/recovery-codes.js';
import type { EnrollSteps } from './enroll-steps.js';
import { EnrollController, type EnrollState } from './mfa-enroll.controller.js';
import { enrollStyles } from './mfa-enroll.styles.js';
import { ENROLL_METHODS, methodChoice, type EnrollMethod } from './method-choice.js';
import { enrollSteps } from './on-demand.js';

/** Before anything is begun, or while it begins. */
const INTRODUCES: readonly string[] = ['choosing', 'starting', 'prompting'] satisfies EnrollState['name'][];

const TITLE = '[part=title]';

/**
 * @summary Sets up a passkey or an authenticator app, up to the saved recovery codes.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading, while an app is being set up.
 * @slot description - Instead of the sentences below the heading, likewise.
 * @slot code - The `<input>` for the code of the authenticator app. Made by the element when the page supplies none.
 * @slot actions - Buttons beside the element's own while an app is being set up, such as "Cancel".
 * @slot footer - Below everything.
 *
 * @fires {MfaEnrolledEvent} mfa-enrolled - Everything is done: the passkey or the app is confirmed, the recovery codes are saved, and old
 *   authenticators decided on.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What this step is about.
 * @csspart step - One numbered step, or one method to choose.
 * @csspart method - The button that chooses a method.
 * @csspart qr - The QR code with the white around it.
 * @csspart secret - The key, for those who can't scan.
 * @csspart copy-button - The button that copies the key, or all recovery codes.
 * @csspart label - The label of the name, or the line of the checkbox.
 * @csspart input - The field for the name.
 * @csspart error - What went wrong, where it is not about the code.
 * @csspart hint - What to look at.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when `methods` leaves nothing to set up.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The button that leads on.
 * @csspart button-quiet - Buttons that lead elsewhere.
 * @csspart device - An old authenticator.
 * @csspart codes - The list of recovery codes.
 * @csspart code - One recovery code.
 * @csspart footer - What the page slots.
 * @csspart code-input__boxes - The row of boxes of the code field.
 * @csspart code-input__box - One box.
 * @csspart code-input__box-filled - A box that shows a digit.
 * @csspart code-input__box-active - The box at the caret.
 * @csspart code-input__error - Why the code was refused.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - There is nothing to set up.
 * @cssstate prompting - The app has to be scanned or its code entered.
 * @cssstate verifying - A code is being checked.
 * @cssstate invalid - The last code was refused.
 * @cssstate error - The server can't be reached, or the enrolment can't go on.
 * @cssstate locked - Too many tries.
 * @cssstate complete - Everything is done.
 */
export class MfaEnroll extends ChangingCard {
  static override properties: PropertyDeclarations = { methods: {} };

  static override styles = [...ChangingCard.styles, enrollStyles];

  /**
   * What may be set up, separated by spaces: `passkey`, `totp`. Empty: both.
   *
   * @attribute
   */
  methods: string | null = '';

  readonly #flow: EnrollController = new EnrollController(this, {
    allowed: () => this.#allowed,
    entered: (state, before) => this.#entered(state, before),
    codesMade: (codes) => (this.#codes = codes),
  });
  readonly #form: CredentialForm = new CredentialForm(this, 'code', () => this.#submit());
  /** On their way to the view that shows them. */
  #codes: readonly string[] | undefined;
  #stepsShown: EnrollSteps | undefined;

  /** Moves the focus to where the person goes on, as soon as there is such a place. */
  override focus(): void {
    this.focusWanted = TITLE;
    this.requestUpdate();
  }

  get #texts(): EnrollStrings {
    return this.strings('enroll', english);
  }

  get #allowed(): readonly EnrollMethod[] {
    const { level, methods } = this.mfa.current?.requirement ?? {};
    const wanted = typeof this.methods === 'string' && this.methods.match(/\S+/g);
    // Who proves by passkey alone, and came back for a lost one, gets nowhere with an app. Who never had one may begin with an app, which
    // lets them add it.
    return ENROLL_METHODS.filter(
      (method) =>
        (!wanted || wanted.includes(method)) && (level !== 'none' || !methods || methods.includes(method)),
    );
  }

  get #isEmpty(): boolean {
    return !this.#flow.methods.length;
  }

  /** Whether there is a choice to make, and it has to be made now. */
  get #chooses(): boolean {
    const { state, methods, isPending } = this.#flow;
    return methods.length > 1 && !isPending && INTRODUCES.includes(state.name);
  }

  /** What follows the choice; undefined until the flow has fetched it. */
  get #steps(): EnrollSteps | undefined {
    return (this.#stepsShown ??=
      enrollSteps.module && new enrollSteps.module.EnrollSteps(this, this.#flow, this.#form));
  }

  protected override clientChanged(): void {
    this.#flow.load();
  }

  protected override sessionChanged(session: SessionView): void {
    this.#flow.follow(session);
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { state, slow } = this.#flow;
    const { name } = state;
    this.showStates({
      loading: name === 'loading' && slow,
      empty: this.#isEmpty,
      prompting: name === 'scanning' || name === 'prompting',
      verifying: name === 'verifying',
      invalid: Boolean(this.#steps?.refusal),
      error: name === 'unreachable' || name === 'expired' || name === 'limit',
      locked: name === 'waiting',
      complete: name === 'done',
    });
  }

  protected override updated(): void {
    if (this.#codes) {
      this.renderRoot.querySelector<RecoveryCodes>('recovery-codes')?.show(this.#codes);
      this.#codes = undefined;
      this.focusWanted = '';
    }
    if (this.#flow.state.name !== 'loading') super.updated();
  }

  #entered(state: EnrollState, before: EnrollState): void {
    const outcome = this.#steps?.entered(state, before);
    this.announce(state.name === 'prompting' ? this.#texts.prompting : (outcome ?? ''));
    if (before.name === 'starting' && state.name === 'scanning' && !state.trouble) this.focusWanted = TITLE;
    // The button that had the focus is gone.
    if (['limit', 'expired', 'removing', 'done'].includes(state.name)) this.focusWanted = TITLE;
    if (state.name === 'done') this.dispatchEvent(new MfaEnrolledEvent());
  }

  #submit(): void {
    this.#steps?.submit();
    // The button took the focus; the field is where the person goes on.
    this.focusWanted = 'mfa-code-input';
  }

  get #error(): string {
    const { error, trouble = error }: Troubled = this.#flow.state;
    return trouble ? errorText(this, trouble) : (this.#steps?.copyError ?? '');
  }

  protected override render(): TemplateResult {
    return html`${this.#renderShown()}${this.renderAnnouncer()}`;
  }

  #renderShown(): unknown {
    switch (this.#flow.state.name) {
      // How the card is headed is not known yet, and a card that is headed otherwise a moment later is pushed about.
      case 'loading':
        return loading(this, this.#flow.slow);
      case 'saving':
        return this.#renderCodes();
      default:
        return this.#renderCard();
    }
  }

  #renderCodes(): TemplateResult {
    return html`<recovery-codes
      exportparts="codes,code,copy-button,base,header,title,description,label,error,actions,button,button-primary,footer"
      .client=${this.mfa}
      @mfa-recovery-codes-confirmed=${() => this.#flow.saved()}
      ><slot name="footer" slot="footer"></slot
    ></recovery-codes>`;
  }

  #renderCard(): TemplateResult {
    const actions = this.#isEmpty ? nothing : this.#renderActions();
    return card({
      ...this.#headings,
      content:
        this.#flow.state.name === 'done'
          ? nothing
          : html`${this.#isEmpty ? this.#renderEmpty() : this.#renderStep()}
              <div part="error" role="alert">${this.#error}</div>
              <div part="actions" ?hidden=${actions === nothing}>${actions}</div>`,
    });
  }

  /** Nothing is allowed, or only what this page or browser can't do. */
  #renderEmpty(): TemplateResult {
    const obstacle = this.#allowed.length ? obstacleOf(this.mfa) : undefined;
    return html`<p part="empty">${troubleText(this, obstacle) || this.#texts.noMethods}</p>`;
  }

  get #headings(): { heading: string; description: string } {
    const texts = this.#texts;
    const { state, isPending, because } = this.#flow;
    const why = because ? (this.#steps?.because(because) ?? '') : '';
    if (state.name === 'done') {
      const { enrolled = 'totp' } = this.#flow;
      return { heading: texts.doneHeading[enrolled], description: texts.done[enrolled] };
    }
    if (this.#steps && (isPending || state.name === 'removing')) return this.#steps.headings(why);
    const introduces = INTRODUCES.includes(state.name);
    const method = this.#chooses ? 'choice' : (this.#flow.methods[0] ?? 'choice');
    return {
      heading: this.heading || texts.heading[method],
      description: introduces ? this.description || why || texts.description[method] : '',
    };
  }

  #renderStep(): unknown {
    const { state, isPending } = this.#flow;
    const texts = this.#texts;
    if (this.#steps && (isPending || state.name === 'removing')) return this.#steps.render();
    if (!INTRODUCES.includes(state.name)) return nothing;
    const choice = this.#chooses
      ? methodChoice(texts, this.#flow.methods, this.#flow.isBusy, (method) => {
          this.#use(method);
        })
      : nothing;
    return html`${choice}
      <p part="hint">${state.name === 'prompting' ? texts.prompting : texts.sharedComputer}</p>`;
  }

  #use(method: EnrollMethod): void {
    if (method === 'passkey') this.#flow.addPasskey();
    else this.#flow.start();
  }

  #renderActions(): unknown {
    const { state, isPending, isBusy } = this.#flow;
    const texts = this.#texts;
    const primary = (text: string, click: () => void): TemplateResult =>
      html`<button
        type="button"
        part="button button-primary"
        aria-disabled=${isBusy ? 'true' : 'false'}
        @click=${click}
      >
        ${text}
      </button>`;
    const others = html`<slot name="actions"></slot>`;
    switch (state.name) {
      case 'done':
        return nothing;
      case 'removing':
        return this.#steps?.renderActions();
      case 'unreachable':
        return html`${primary(this.strings('shared', shared).tryAgain, () => this.#flow.load())}${others}`;
      case 'limit':
        return others;
      default:
    }
    if (isPending || state.name === 'expired') return html`${this.#steps?.renderActions()}${others}`;
    if (this.#chooses) return this.querySelector(':scope > [slot="actions"]') ? others : nothing;
    return html`${primary(isBusy ? texts.working : texts.start, () => {
      this.#use(this.#flow.methods[0] ?? 'totp');
    })}${others}`;
  }
}
