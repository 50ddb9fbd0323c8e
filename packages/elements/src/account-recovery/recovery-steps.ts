import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { MfaRecoveryCancelledEvent } from '../events/mfa-recovery-cancelled.js';
import { MfaRecoveryCompletedEvent } from '../events/mfa-recovery-completed.js';
import { MfaRecoveryRequestedEvent } from '../events/mfa-recovery-requested.js';
import { card } from '../foundation/card.js';
import { CredentialField } from '../foundation/credential-field.js';
import { CredentialForm } from '../foundation/credential-form.js';
import { errorText } from '../foundation/error-text.js';
import { waitingText } from '../foundation/error-words.js';
import { focusTitle } from '../foundation/focus-title.js';
import { ENROLL_PARTS } from '../foundation/handed-on-parts.js';
import type { HostState } from '../foundation/mfa-element.js';
import { formatRemaining } from '../foundation/remaining-time.js';
import { adoptStyles } from '../foundation/styles/adopt-styles.js';
import { fieldStyles } from '../foundation/styles/fields.js';
import { accountRecovery as english, type AccountRecoveryStrings } from '../languages/en/account-recovery.js';
import { shared } from '../languages/en/shared.js';
import { AccountRecoveryController, type RecoveryState } from './account-recovery.controller.js';
import type { AccountRecovery } from './account-recovery.js';
import { headlineOf } from './headline.js';
import type { MailedLinkReader } from './mailed-link.js';
import { recoveryStepsStyles } from './recovery-steps.styles.js';

/** The parts of the cards of the enrolment, so that a page styles one card through all steps. */
const CARD_PARTS = `base,${ENROLL_PARTS}`;

/** What a person came for, or has brought about; it is told to those who do not see it. */
const OUTCOMES: readonly string[] = [
  'requested',
  'waiting',
  'mailed',
  'over',
  'done',
] satisfies RecoveryState['name'][];

const EVENTS = {
  requested: MfaRecoveryRequestedEvent,
  cancelled: MfaRecoveryCancelledEvent,
  completed: MfaRecoveryCompletedEvent,
} as const;

/**
 * What `<account-recovery>` shows. Owns the fields, the words and the focus, and nothing of the flow. It is apart from the element because
 * few people ever meet it.
 */
export class RecoverySteps {
  readonly #element: AccountRecovery;
  readonly #flow: AccountRecoveryController;
  readonly #form: CredentialForm;
  readonly #fields: Readonly<Record<'login' | 'password', CredentialField>>;
  #focusWanted = false;
  /** Whether the person did something here; a page that only loads leaves the focus alone. */
  #acting = false;

  constructor(element: AccountRecovery, links: MailedLinkReader) {
    this.#element = element;
    adoptStyles(element, fieldStyles, recoveryStepsStyles);
    this.#flow = new AccountRecoveryController(element, links, {
      entered: (state, before) => this.#entered(state, before),
      succeeded: (outcome) => element.dispatchEvent(new EVENTS[outcome]()),
    });
    this.#form = new CredentialForm(element, 'login', () => this.#submit());
    this.#fields = {
      login: this.#field('login', 'asking', {
        name: 'username',
        autocomplete: 'username',
        inputmode: 'email',
        enterkeyhint: 'send',
      }),
      password: this.#field('password', 'ready', {
        name: 'password',
        type: 'password',
        autocomplete: 'current-password',
        enterkeyhint: 'go',
      }),
    };
  }

  get #texts(): AccountRecoveryStrings {
    return this.#element.strings('accountRecovery', english);
  }

  #field(
    slot: 'login' | 'password',
    state: RecoveryState['name'],
    attributes: Record<string, string>,
  ): CredentialField {
    return new CredentialField(this.#element, {
      slot,
      label: () => this.#texts[slot],
      attributes: () => ({ form: this.#form.id, ...attributes }),
      error: () => this.#refusal,
      active: () => this.#flow.state.name === state,
    });
  }

  /** For the host, as `:state()`. */
  get states(): Partial<Record<HostState, boolean>> {
    const { state, slow, isBusy, countdown } = this.#flow;
    const { name } = state;
    return {
      loading: name === 'starting' && slow,
      prompting: ['asking', 'invited', 'ready', 'cancelling'].includes(name),
      verifying: isBusy && name !== 'starting',
      invalid: 'refusal' in state,
      error: 'error' in state || (name === 'over' && state.how === 'expired'),
      locked: countdown.remaining > 0,
      complete: name === 'done',
    };
  }

  load(): void {
    this.#acting = false;
    this.#flow.load();
  }

  /** Moves the focus to where the person goes on, as soon as there is such a place. */
  focus(): void {
    this.#focusWanted = true;
    this.#element.requestUpdate();
  }

  /** To be called after each rendering. */
  rendered(): void {
    const { name } = this.#flow.state;
    if (!this.#focusWanted || name === 'starting') return;
    this.#focusWanted = false;
    if (name === 'asking') this.#fields.login.focus();
    else if (name === 'enrolment') this.#element.renderRoot.querySelector('mfa-enroll')?.focus();
    else focusTitle(this.#element.renderRoot);
  }

  #entered(state: RecoveryState, before: RecoveryState): void {
    const { login, password } = this.#fields;
    if (state.name === 'ready' && state.refusal === 'wrong') password.value = '';
    if (this.#refusal) (state.name === 'asking' ? login : password).focus();
    if (state.name === before.name) return;
    this.#focusWanted = this.#acting;
    const { heading, description } = headlineOf(this.#flow.state, this.#element.language, this.#texts);
    // The focus reads the heading; nobody's focus is moved when the wait ends by itself.
    const hasEnded = before.name === 'waiting' && !this.#acting;
    const told = OUTCOMES.includes(state.name) && (this.#acting || hasEnded);
    this.#element.announce(told ? `${hasEnded ? `${heading}. ` : ''}${description}` : '');
  }

  /** Does what the person asked for. */
  #act(act: () => void): void {
    this.#acting = true;
    act();
  }

  #submit(): void {
    const { login, password } = this.#fields;
    this.#act(() => {
      if (this.#flow.state.name === 'asking') this.#flow.ask(login.value.trim());
      else this.#flow.finish(password.value);
    });
  }

  /** What is wrong with the field on screen. */
  get #refusal(): string {
    const { state } = this.#flow;
    const texts = this.#texts;
    if (state.name === 'asking') return state.refusal ? texts.missingLogin : '';
    if (state.name !== 'ready') return '';
    if (state.refusal === 'wrong') return texts.wrongPassword;
    return state.refusal === 'missing' ? texts.missingPassword : '';
  }

  /** What else is in the way. */
  get #trouble(): unknown {
    const { state, countdown } = this.#flow;
    if (countdown.remaining) return waitingText(this.#element, countdown);
    if (state.name === 'ready' && state.refusal === 'early') return this.#texts.tooEarly;
    const error = 'error' in state ? state.error : undefined;
    return error?.code === 'too_many_attempts' ? '' : errorText(this.#element, error);
  }

  render(): unknown {
    const { state, slow } = this.#flow;
    if (state.name === 'starting')
      return slow
        ? html`<p part="loading" role="status">${this.#element.strings('shared', shared).loading}</p>`
        : nothing;
    if (state.name === 'enrolment') return this.#renderEnrolment();
    const { heading, description } = headlineOf(this.#flow.state, this.#element.language, this.#texts);
    const content = html`${this.#renderContent()}
      <div part="error" role="alert">${this.#trouble}</div>
      ${this.#renderActions()}`;
    if (state.name === 'asking') {
      const own = this.#element;
      return card({ heading: own.heading || heading, description: own.description || description, content });
    }
    return html`<div part="base">
      <div part="header">
        ${heading ? html`<h2 part="title">${heading}</h2>` : nothing}
        ${description ? html`<p part="description">${description}</p>` : nothing}
      </div>
      <div class="content">${content}</div>
      <div part="footer"><slot name="footer"></slot></div>
    </div>`;
  }

  #renderContent(): unknown {
    const { state, remaining } = this.#flow;
    const texts = this.#texts;
    const { language } = this.#element;
    const hint = (text: string): TemplateResult => html`<p part="hint">${text}</p>`;
    switch (state.name) {
      case 'asking':
        return this.#fields.login.render();
      case 'requested':
        return hint(texts.requestedHelp);
      case 'invited':
        return html`<ol>
            ${texts.steps.map((step) => html`<li part="step">${step}</li>`)}
          </ol>
          ${hint(texts.inviteHelp)}`;
      case 'waiting': {
        const span = formatRemaining(language, remaining);
        return html`<p part="remaining" role="timer">
            ${span ? texts.remaining(span) : texts.remainingNothing}
          </p>
          ${hint(texts.waitingHelp)}`;
      }
      case 'ready':
        return html`${hint(texts.readyHelp)}${this.#fields.password.render()}`;
      case 'over':
        return state.how === 'expired' ? nothing : hint(texts[`${state.how}Help`]);
      case 'done':
        return html`<slot name="done"></slot>`;
      default:
        return nothing;
    }
  }

  #renderActions(): unknown {
    const { state, isBusy } = this.#flow;
    const texts = this.#texts;
    const busy = (text: string): string => (isBusy ? texts.working : text);
    switch (state.name) {
      case 'unreachable':
        return this.#actions('button', this.#element.strings('shared', shared).tryAgain, () =>
          this.#flow.load(),
        );
      case 'asking':
        return this.#actions('button button-primary', isBusy ? texts.sending : texts.send, () =>
          this.#form.requestSubmit(),
        );
      case 'invited':
        return this.#actions('button button-primary', busy(texts.begin), () => this.#flow.begin());
      case 'ready':
        return this.#actions('button button-primary', busy(texts.finish), () => this.#form.requestSubmit());
      case 'waiting':
      case 'cancelling':
        return this.#actions('button button-danger', busy(texts.cancel), () => this.#flow.cancel());
      case 'requested':
        return this.#actions('button', texts.askAgain, () => this.#flow.askAgain());
      case 'over':
        return state.how === 'completed'
          ? nothing
          : this.#actions('button', texts.askAgain, () => this.#flow.askAgain());
      default:
        return nothing;
    }
  }

  /** Each state has a button of its own: a second click on "Begin" must not find "Cancel" in its place with the focus on it. */
  #actions(part: string, text: string, click: () => void): unknown {
    const button = html`<div part="actions">
      <button
        type="button"
        part=${part}
        aria-disabled=${this.#flow.isStopped ? 'true' : 'false'}
        @click=${() => this.#act(click)}
      >
        ${text}
      </button>
    </div>`;
    return keyed(this.#flow.state.name, button);
  }

  #renderEnrolment(): TemplateResult {
    return html`<slot name="enrolment" @mfa-enrolled=${() => this.#act(() => this.#flow.goOn())}>
      <mfa-enroll exportparts=${CARD_PARTS} .client=${this.#element.mfa}
        ><slot name="code" slot="code"></slot
      ></mfa-enroll>
    </slot>`;
  }
}
