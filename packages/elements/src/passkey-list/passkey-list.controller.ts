import type { Obstacle } from '../ceremonies/ceremonies.js';
import { obstacleOf } from '../ceremonies/obstacle.js';
import { passkeys } from '../ceremonies/passkeys.js';
import type { MfaError } from '../client/mfa-error.js';
import type { Passkey, PasskeyKind } from '../client/views.js';
import {
  FactorFlow,
  type FactorAudience,
  type FactorOutcome,
  type FactorState,
} from '../foundation/factor-flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { passkeyChanges } from './on-demand.js';

/**
 * The states of the list, and where each may lead:
 *
 * ```
 * loading ──→ list ⇄ renaming
 *    │        │  ⇄ removing
 *    │        │  ⇄ choosing ⇄ adding ──→ saving ──→ list      recovery codes, with a first factor
 *    │        └──⇄ instead                                    an authenticator app, where there are no passkeys
 *    └──→ unreachable ──→ loading
 * ```
 */
export type PasskeyListState = FactorState<Passkey> | Addition;

type Addition =
  | { name: 'choosing'; trouble?: MfaError }
  /** The browser asks for the passkey, or the server looks at it. */
  | { name: 'adding'; kind: PasskeyKind }
  | { name: 'saving' }
  | { name: 'instead' };

/** What came about, for the element to tell. */
export type Outcome = FactorOutcome<Passkey>;

interface Audience extends FactorAudience<PasskeyListState, Outcome> {
  /** Takes the recovery codes, which nothing here keeps. The state is `saving`. */
  codesMade(codes: readonly string[]): void;
}

/**
 * What happens to a person's passkeys. Owns how one is added, the ceremony included. Does not own the recovery codes, what was typed, the
 * words, or the focus.
 */
export class PasskeyListController extends FactorFlow<Passkey, Addition> {
  /** Whether this device itself can keep a passkey. */
  hasPlatform = true;

  protected override readonly kind = 'passkeys';
  protected override readonly changes = passkeyChanges;
  /** Takes the recovery codes of a first factor. */
  readonly codesMade: Audience['codesMade'];

  constructor(host: MfaElement, audience: Audience) {
    super(host, audience);
    this.codesMade = (codes) => {
      audience.codesMade(codes);
    };
  }

  /** Why no passkey can be made on this page. */
  get obstacle(): Obstacle | undefined {
    return obstacleOf(this.host.mfa);
  }

  protected override get isElsewhere(): boolean {
    return this.state.name === 'saving' || this.state.name === 'instead';
  }

  override load(): void {
    super.load();
    if (!this.obstacle) void passkeys.preload();
    // What is offered in place of a passkey shows with the list.
    else
      void passkeyChanges.preload().then(() => {
        this.host.requestUpdate();
      });
  }

  /** Asks where the passkey shall be kept. */
  choose(): void {
    this.attempt(
      async () => {
        const [{ ceremoniesOf }] = await Promise.all([passkeys.load(), passkeyChanges.load()]);
        this.hasPlatform = (await ceremoniesOf(this.host.mfa).capabilities()).platform;
      },
      () => {
        this.enter({ name: 'choosing' });
      },
      (trouble) => ({ name: 'list', trouble }),
    );
  }

  /** The recovery codes are saved. */
  saved(): void {
    if (this.state.name === 'saving') this.added();
  }

  /** Sets up an authenticator app in place of a passkey. */
  useAppInstead(): void {
    this.open({ name: 'instead' });
  }

  /** The authenticator app is set up. */
  appAdded(): void {
    this.enter({ name: 'list' });
    this.read();
  }

  /** Gives up a ceremony whose dialog is still open. */
  override cancel(): void {
    const { name } = this.state;
    if (this.isBusy && name !== 'adding') return;
    this.call.cancel();
    this.enter({ name: 'list' });
    // The device may have been faster than the person.
    if (name === 'adding' || name === 'instead') this.read();
  }

  /** The passkey is there, and the person through with what came with it. */
  added(): void {
    this.enter({ name: 'list' });
    this.succeeded({ name: 'added' });
  }
}
