import { html, nothing, type TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import { MfaPolicyChangedEvent } from '../events/mfa-policy-changed.js';
import { DeferredView, type DeferredStates } from '../foundation/deferred-view.js';
import { errorText } from '../foundation/error-text.js';
import { button } from '../foundation/list-button.js';
import { loading } from '../foundation/loading.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { policyForm as english, type PolicyFormStrings } from '../languages/en/policy-form.js';
import { consequencesOf } from './consequences.js';
import { PolicyController, type PolicyState } from './mfa-policy.controller.js';
import { POLICY_FIELDS, type PolicyDraft, type PolicyField } from './policy-draft.js';
import { policyFormStyles } from './policy-form.styles.js';

type Switch = 'required' | 'rememberDevice';
type Written = Exclude<PolicyField, Switch>;

/** The form in which a policy is changed, and what follows from it. Owns the words. */
export class PolicyForm extends DeferredView<MfaElement, PolicyController> {
  protected override readonly flow: PolicyController;

  constructor(element: MfaElement) {
    super(element, policyFormStyles);
    this.flow = new PolicyController(element, {
      entered: (state, before) => {
        this.#entered(state, before);
      },
      saved: () => {
        element.announce(this.#texts.saved);
        element.dispatchEvent(new MfaPolicyChangedEvent());
      },
    });
  }

  override get states(): DeferredStates {
    const { state, slow } = this.flow;
    return {
      loading: state.name === 'loading' && slow,
      error: state.name === 'unreachable' || (state.name === 'editing' && state.trouble !== undefined),
      verifying: state.name === 'saving',
      invalid: this.#refused.length > 0,
      complete: state.name === 'editing' && state.isSaved === true,
    };
  }

  get #texts(): PolicyFormStrings {
    return this.element.strings('policyForm', english);
  }

  get #trouble(): MfaError | undefined {
    const { state } = this.flow;
    if (state.name === 'unreachable') return state.error;
    return state.name === 'editing' ? state.trouble : undefined;
  }

  /** The fields that were refused; the server names the place within a list as well. */
  get #refused(): readonly PolicyField[] {
    const paths = this.#trouble?.fields.map(({ path }) => path.split(/[^A-Za-z]/)[0]) ?? [];
    return POLICY_FIELDS.filter((field) => paths.includes(field));
  }

  #entered(state: PolicyState, before: PolicyState): void {
    if (state.name !== 'editing' || !state.isSaved) this.element.announce('');
    const [refused] = this.#refused;
    const isNew = state.name === 'editing' && !('trouble' in before && before.trouble === state.trouble);
    if (refused && isNew) this.focusWanted = `[name=${refused}]`;
  }

  override render(): unknown {
    const { state, draft, slow } = this.flow;
    if (state.name === 'unreachable') return this.renderUnreachable(state.error, this.#texts.notYours);
    if (state.name === 'loading' || !draft) return loading(this.element, slow);
    return html`<form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        this.flow.save();
      }}
    >
      ${this.#renderSwitch('required', draft)} ${this.#renderField('roles', draft)}
      ${this.#renderField('phishingResistantRoles', draft)} ${this.#renderField('graceDays', draft)}
      ${this.#renderSwitch('rememberDevice', draft)}
      <div part="consequences" id="consequences">${this.#renderConsequences()}</div>
      <div part="error" role="alert">${this.#error}</div>
      ${this.#renderActions()}
    </form>`;
  }

  /** What went wrong; where it is about a field, it stands there, and is spoken with the focus. */
  get #error(): string {
    return this.#refused.length ? '' : errorText(this.element, this.#trouble);
  }

  #renderSwitch(name: Switch, draft: PolicyDraft): TemplateResult {
    const texts = this.#texts;
    return html`<div class="entry">
      <label class="switch"
        ><input
          type="checkbox"
          name=${name}
          .checked=${draft[name]}
          aria-describedby="hint-${name}"
          @change=${({ currentTarget }: Event) => {
            this.flow.change({ [name]: (currentTarget as HTMLInputElement).checked });
          }}
        />${texts[name]}</label
      >
      <p part="hint" id="hint-${name}">${texts[`${name}Hint`]}</p>
    </div>`;
  }

  #renderField(name: Written, draft: PolicyDraft): TemplateResult {
    const texts = this.#texts;
    const isWrong = this.#refused.includes(name);
    return html`<div class="entry">
      <label part="label" for=${name}>${texts[name]}</label>
      <p part="hint" id="hint-${name}">${texts[`${name}Hint`]}</p>
      <input
        part="input"
        id=${name}
        name=${name}
        inputmode=${name === 'graceDays' ? 'numeric' : nothing}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        .value=${draft[name]}
        aria-describedby="hint-${name} ${isWrong ? `refused-${name}` : ''}"
        aria-invalid=${isWrong ? 'true' : 'false'}
        @input=${({ currentTarget }: Event) => {
          this.flow.change({ [name]: (currentTarget as HTMLInputElement).value });
        }}
      />
      ${isWrong ? html`<p part="error" id="refused-${name}">${texts.wrong[name]}</p>` : nothing}
    </div>`;
  }

  #renderConsequences(): unknown {
    const texts = this.#texts;
    const { state, policy, wanted } = this.flow;
    if (state.name === 'editing' && state.isSaved) return html`<p>${texts.saved}</p>`;
    if (!wanted || !policy) return html`<p>${texts.nothing}</p>`;
    const consequences = consequencesOf(policy, wanted, this.element.language, texts);
    return html`<h3>${texts.consequences}</h3>
      ${
        consequences.length
          ? html`<ul>
              ${consequences.map((consequence) => html`<li>${consequence}</li>`)}
            </ul>`
          : html`<p>${texts.unclear}</p>`
      }`;
  }

  #renderActions(): TemplateResult {
    const texts = this.#texts;
    const { state, wanted } = this.flow;
    const isSaving = state.name === 'saving';
    return html`<div part="actions">
      <button
        part="button button-primary"
        aria-describedby="consequences"
        aria-disabled=${isSaving || !wanted ? 'true' : 'false'}
      >
        ${isSaving ? texts.saving : texts.save}
      </button>
      ${
        wanted
          ? button({
              look: 'button-quiet',
              text: texts.discard,
              isBusy: isSaving,
              click: () => {
                this.flow.discard();
                this.focusWanted = '[name=required]';
              },
            })
          : nothing
      }
    </div>`;
  }
}
