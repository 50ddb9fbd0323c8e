import type { MfaError } from '../client/mfa-error.js';
import { isSamePerson } from '../client/same-person.js';
import type { Nudge, SessionView } from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { timing } from '../foundation/timing.js';
import { askedOf, isAdvice, type Asked } from './asked.js';
import { dismiss, isDismissed } from './dismissals.js';
import { enrolment } from './on-demand.js';

/**
 * The states of the banner, and where each may lead:
 *
 * ```
 * silent ⇄ asking ⇄ opening ──→ open ──→ done ──→ silent
 *             └──────────────────┘
 * ```
 *
 * `open` has an enrolment in the place of the banner. It stays until that is through: the session changes earlier, while recovery codes are
 * still on show.
 */
export type RequirementState =
  | { name: 'silent' }
  | { name: 'asking'; asked: Asked; trouble?: MfaError }
  | { name: 'opening'; asked: Asked }
  | { name: 'open'; asked: Asked; person: SessionView }
  | { name: 'done'; asked: Asked };

/** The longest that browsers can wait for, in milliseconds, is somewhat more. */
const DAY = 86_400_000;

/** Those on the page, the longest there first. */
const onPage = new Set<RequirementController>();

/**
 * What is asked of the person, and whether it is told here. Owns that, what was put off, and the look at the session when a deadline passes;
 * owns neither the words nor what is set up.
 * It is a controller because another banner speaks when this one leaves the page.
 */
export class RequirementController extends Flow<RequirementState> {
  readonly #nudges: () => readonly Nudge[];
  #stopWaiting: (() => void) | undefined;

  /** @param nudges those that may be told here. */
  constructor(
    host: MfaElement,
    nudges: () => readonly Nudge[],
    entered: (state: RequirementState, before: RequirementState) => void,
  ) {
    super(host, { name: 'silent' }, entered);
    this.#nudges = nudges;
  }

  hostConnected(): void {
    onPage.add(this);
  }

  hostDisconnected(): void {
    this.#stopWaiting?.();
    this.state = { name: 'silent' };
    onPage.delete(this);
    for (const other of onPage) other.look();
  }

  /** Looks at the session as it is known here. */
  look(): void {
    const { state } = this;
    const session = this.host.mfa.current;
    if (state.name === 'open' && isSamePerson(state.person, session)) return;
    const asked = this.#asked;
    // Whoever has just done one thing is not advised to do the next.
    if (state.name === 'done' && session?.state === 'signed-in' && (!asked || isAdvice(asked))) return;
    if (asked) this.enter({ name: 'asking', asked });
    else if (state.name !== 'silent') this.enter({ name: 'silent' });
  }

  /** Opens the enrolment in the place of the banner. */
  open(): void {
    const { state } = this;
    const person = this.host.mfa.current;
    if (state.name !== 'asking' || !person) return;
    const { asked } = state;
    this.enter({ name: 'opening', asked });
    this.attempt(
      () => enrolment.load(),
      () => {
        this.enter({ name: 'open', asked, person });
      },
      (trouble) => ({ name: 'asking', asked, trouble }),
    );
  }

  /** Back to the banner. */
  close(): void {
    if (this.state.name !== 'open') return;
    this.state = { name: 'asking', asked: this.state.asked };
    this.look();
  }

  /** The enrolment is through. */
  finish(): void {
    const { state } = this;
    if (state.name !== 'open') return;
    this.enter({ name: 'done', asked: state.asked });
    this.look();
  }

  /** Goes without having been asked: what is only advised is put off, and what is done was read. */
  dismiss(): void {
    const { state } = this;
    const session = this.host.mfa.current;
    if (state.name === 'asking' && session) dismiss(session, state.asked);
    this.enter({ name: 'silent' });
  }

  /** One banner of a page speaks. What is less urgent than something that was put off can wait as well. */
  get #asked(): Asked | undefined {
    const { mfa } = this.host;
    const session = mfa.current;
    const [first] = [...onPage].filter(({ host }) => host.mfa === mfa);
    if (!session || first !== this) return undefined;
    const [asked] = askedOf(session, this.#nudges());
    return asked && !isDismissed(session, asked) ? asked : undefined;
  }

  override enter(state: RequirementState): void {
    super.enter(state);
    this.#stopWaiting?.();
    if (state.name === 'asking' && state.asked.what === 'grace') this.#wait(state.asked.deadline);
  }

  /** The server decides when time is up, so it is asked then; not again by a browser whose clock is ahead. */
  #wait(deadline: string | undefined): void {
    const left = Date.parse(deadline ?? '') - timing.now();
    if (!(left > 0)) return;
    this.#stopWaiting = timing.after(Math.min(left, DAY), () => {
      if (left > DAY) this.#wait(deadline);
      else this.host.mfa.session().catch(() => undefined);
    });
  }
}
