import { MfaError } from '../client/mfa-error.js';
import type { SessionView } from '../client/views.js';
import { Flow } from './flow.js';
import type { MfaElement } from './mfa-element.js';

/** The states in which nothing is there to show. */
export type Absent =
  | { name: 'loading' }
  /** The server can't be reached, or says nothing to whoever asks. */
  | { name: 'unreachable'; error: MfaError };

/**
 * A flow whose content is one person's: to somebody else it is read anew, and to nobody it is shown. Owns whose it is; what it is, and how
 * it is read, is each flow's own matter.
 */
export abstract class PersonalFlow<State extends { name: string }> extends Flow<State | Absent> {
  /** Id of the person whose it is; undefined while that is not known. */
  protected reader: string | undefined;

  /** @param entered called at each change of state, before the element renders it. */
  constructor(host: MfaElement, entered: (state: State | Absent, before: State | Absent) => void) {
    super(host, { name: 'loading' }, entered);
  }

  /** Begins anew. */
  abstract load(): void;

  /** Lets go of what was read. Left out where it may be the same person who comes back. */
  protected forget?(): void;

  /** Follows the session: to somebody else, something else is shown. */
  follow({ state, user }: SessionView): void {
    if (state !== 'signed-in') {
      this.call.cancel();
      this.forget?.();
      this.enter({ name: 'unreachable', error: new MfaError('session_required') });
    } else if (this.state.name === 'unreachable' || (this.reader !== undefined && user?.id !== this.reader))
      this.load();
  }
}
