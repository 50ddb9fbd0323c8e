import { administrationOf } from '../client/administration.js';
import { MfaError } from '../client/mfa-error.js';
import type { Policy } from '../client/views-administration.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { PersonalFlow, type Absent } from '../foundation/personal-flow.js';
import { draftOf, isSamePolicy, policyIn, wrongIn, type PolicyDraft } from './policy-draft.js';

/**
 * The states of the form, and where each may lead:
 *
 * ```
 * loading ──→ editing ⇄ saving
 *    │  ↑
 *    ↓  │
 * unreachable
 * ```
 */
export type PolicyState =
  Absent | { name: 'editing'; trouble?: MfaError; isSaved?: boolean } | { name: 'saving' };

interface Audience {
  /** Called at each change of state, before the element renders it. */
  entered: (state: PolicyState, before: PolicyState) => void;
  /** Called once the server has the new policy. */
  saved: () => void;
}

/**
 * What a workspace asks of its people, and what somebody is about to ask instead. Owns both, and the calls; owns neither the words nor the
 * focus.
 * It is a controller because calls end when the element leaves the page. What was changed and not saved is kept, for the same person.
 */
export class PolicyController extends PersonalFlow<PolicyState> {
  /** As the server has it; undefined until it came. */
  policy: Policy | undefined;
  /** As it stands in the form. */
  draft: PolicyDraft | undefined;

  readonly #saved: Audience['saved'];

  constructor(host: MfaElement, { entered, saved }: Audience) {
    super(host, entered);
    this.#saved = saved;
  }

  /** What would be asked from now on; undefined where that is what is asked already. */
  get wanted(): Policy | undefined {
    const wanted = this.draft && policyIn(this.draft);
    return wanted && this.policy && !isSamePolicy(wanted, this.policy) ? wanted : undefined;
  }

  hostDisconnected(): void {
    this.state = { name: 'loading' };
  }

  override load(): void {
    this.call.cancel();
    this.enter({ name: 'loading' });
    this.attempt(
      async (options) => {
        const { mfa } = this.host;
        const { user } = mfa.current ?? (await mfa.session(options));
        return { policy: await administrationOf(mfa).policy(options), user };
      },
      ({ policy, user }) => {
        const isKept = this.wanted !== undefined && user?.id === this.reader;
        this.policy = policy;
        if (!isKept) this.draft = draftOf(policy);
        this.reader = user?.id;
        this.enter({ name: 'editing' });
      },
      (error) => ({ name: 'unreachable', error }),
    );
  }

  /** Takes what was typed or chosen. */
  change(changes: Partial<PolicyDraft>): void {
    if (this.state.name !== 'editing' || !this.draft) return;
    this.draft = { ...this.draft, ...changes };
    const { trouble } = this.state;
    this.enter({ name: 'editing', ...(trouble && { trouble }) });
  }

  /** Back to what the server has. */
  discard(): void {
    if (this.state.name !== 'editing' || !this.policy) return;
    this.draft = draftOf(this.policy);
    this.enter({ name: 'editing' });
  }

  save(): void {
    const { state, wanted } = this;
    if (state.name !== 'editing' || !wanted) return;
    const wrong = wrongIn(wanted);
    if (wrong.length) {
      const fields = wrong.map((path) => ({ path, code: 'invalid' }));
      this.enter({ name: 'editing', trouble: new MfaError('validation_failed', { fields }) });
      return;
    }
    this.enter({ name: 'saving' });
    this.attempt(
      (options) => administrationOf(this.host.mfa).changePolicy(wanted, options),
      (policy) => {
        this.policy = policy;
        this.draft = draftOf(policy);
        this.enter({ name: 'editing', isSaved: true });
        this.#saved();
      },
      (trouble) => ({ name: 'editing', trouble }),
    );
  }
}
