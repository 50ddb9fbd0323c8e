import { css, html, LitElement, type TemplateResult } from 'lit';
import '../../packages/elements/src/define/mfa-enroll.js';
import '../../packages/elements/src/define/mfa-provider.js';
import '../../packages/elements/src/define/mfa-settings.js';
import '../../packages/elements/src/define/mfa-sign-in.js';
import { StoryClient } from '../story-client.js';
import { ScriptedAccount } from './scripted-account.js';

const steps = {
  enrolment: 'Set it up',
  done: 'Sign out',
  'sign-in': 'Sign in with it',
  account: 'Look after it',
} as const;

type StepName = keyof typeof steps;

/** What a host does around the elements, with an account that remembers: enrolment, sign-out, sign-in, and the page of factors. */
export class FlowPage extends LitElement {
  static override styles = css`
    :host {
      display: block;
      max-inline-size: 34rem;
      font: 1rem/1.5 var(--mfa-font-family, system-ui, sans-serif);
    }
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.5rem;
      margin: 0 0 1.5rem;
      padding: 0;
      list-style-position: inside;
    }
    [aria-current='step'] {
      font-weight: 700;
    }
    button {
      padding: 0.5rem 1rem;
      font: inherit;
    }
  `;

  readonly #client = new StoryClient(new ScriptedAccount().script());
  #step: StepName = 'enrolment';

  protected override render(): TemplateResult {
    const names = Object.entries(steps).map(
      ([name, title]) => html`<li aria-current=${name === this.#step ? 'step' : 'false'}>${title}</li>`,
    );
    return html`<ol>
        ${names}
      </ol>
      <mfa-provider .client=${this.#client}>${this.#renderStep()}</mfa-provider>`;
  }

  #renderStep(): TemplateResult {
    switch (this.#step) {
      case 'enrolment':
        return html`<mfa-enroll @mfa-enrolled=${() => this.#go('done')}></mfa-enroll>`;
      case 'done':
        return html`<p>Two-step sign-in is on. Sign out, and come back with what was set up.</p>
          <button class="sign-out" type="button" @click=${() => void this.#signOut()}>Sign out</button>`;
      case 'sign-in':
        return html`<mfa-sign-in @mfa-signed-in=${() => this.#go('account')}></mfa-sign-in>`;
      case 'account':
        return html`<mfa-settings></mfa-settings>
          <button class="sign-out" type="button" @click=${() => void this.#signOut()}>Sign out</button>`;
    }
  }

  async #signOut(): Promise<void> {
    await this.#client.signOut();
    this.#go('sign-in');
  }

  #go(step: StepName): void {
    this.#step = step;
    this.requestUpdate();
  }
}

customElements.define('flow-page', FlowPage);
