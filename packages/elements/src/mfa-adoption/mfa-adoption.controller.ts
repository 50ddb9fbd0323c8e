import { administrationOf } from '../client/administration.js';
import type { MfaError } from '../client/mfa-error.js';
import type { Adoption, AdoptionRange } from '../client/views-administration.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { PersonalFlow, type Absent } from '../foundation/personal-flow.js';

/**
 * The states of the figures, and where each may lead:
 *
 * ```
 * loading ──→ figures ⇄ loading            other days
 *    │  ↑
 *    ↓  │
 * unreachable
 * ```
 */
export type AdoptionState =
  | Absent
  /** `trouble`: other days were refused, or did not come; what is on show stays. */
  | { name: 'figures'; trouble?: MfaError };

interface Audience {
  /** Called at each change of state, before the element renders it. */
  entered: (state: AdoptionState, before: AdoptionState) => void;
  /** Called when other days that somebody asked for are on show. */
  shown: (adoption: Adoption) => void;
}

/**
 * How far adoption has come in a workspace. Owns the figures, and the call. Does not own which days stand in the fields,
 * the words, or how anything is drawn.
 * It is a controller because the call ends, and the figures are forgotten, when the element leaves the page.
 */
export class MfaAdoptionController extends PersonalFlow<AdoptionState> {
  /** Undefined until they came. */
  adoption: Adoption | undefined;

  readonly #shown: Audience['shown'];

  constructor(host: MfaElement, { entered, shown }: Audience) {
    super(host, entered);
    this.#shown = shown;
  }

  hostDisconnected(): void {
    this.forget();
  }

  override load(): void {
    this.forget();
    this.#read({});
  }

  /** Asks for other days; what is on show stays until they are there. */
  show(range: AdoptionRange): void {
    if (!this.isBusy) this.#read(range, this.#shown);
  }

  protected override forget(): void {
    this.adoption = this.reader = undefined;
  }

  #read(range: AdoptionRange, done?: (adoption: Adoption) => void): void {
    this.call.cancel();
    this.enter({ name: 'loading' });
    this.attempt(
      async (options) => {
        const { mfa } = this.host;
        const { user } = mfa.current ?? (await mfa.session(options));
        return { adoption: await administrationOf(mfa).adoption(range, options), user };
      },
      ({ adoption, user }) => {
        this.adoption = adoption;
        this.reader = user?.id;
        this.enter({ name: 'figures' });
        done?.(adoption);
      },
      (error) => {
        if (this.adoption) return { name: 'figures', trouble: error };
        return { name: 'unreachable', error };
      },
    );
  }
}
