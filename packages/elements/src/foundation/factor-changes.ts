import type { CallOptions } from '../client/mfa-client.js';
import type { Passkey, TotpFactor } from '../client/views.js';
import type { FactorFlow, FactorState } from './factor-flow.js';

/** The state of a factor that is being changed. */
type Changing<Factor, Name> = Extract<FactorState<Factor>, { name: Name }>;

/**
 * Gives the factor that is being renamed another name. Apart from the flow, since lists are looked at more often than changed.
 *
 * @param send sends it to the server.
 */
export function saveName<
  Factor extends Passkey | TotpFactor,
  State extends { name: string },
  Outcome extends { name: string },
>(
  flow: FactorFlow<Factor, State, Outcome>,
  name: string,
  send: (id: string, options: CallOptions) => Promise<Factor>,
): void {
  if (flow.state.name !== 'renaming') return;
  const { factor } = flow.state as Changing<Factor, 'renaming'>;
  if (name === factor.name) flow.cancel();
  else if (!name) flow.enter({ name: 'renaming', factor, isMissing: true });
  else
    flow.change(
      (options) => send(factor.id, options),
      (renamed) => {
        flow.replace(flow.entries.map((each) => (each.id === renamed.id ? renamed : each)));
        flow.enter({ name: 'list' });
        flow.succeeded({ name: 'renamed', factor: renamed });
      },
      (trouble) => ({ name: 'renaming', factor, trouble }),
    );
}

/** Removes the factor that the person is asked about, likewise. */
export function remove<
  Factor extends Passkey | TotpFactor,
  State extends { name: string },
  Outcome extends { name: string },
>(
  flow: FactorFlow<Factor, State, Outcome>,
  send: (id: string, options: CallOptions) => Promise<void>,
  removed: () => Promise<unknown>,
): void {
  if (flow.state.name !== 'removing') return;
  const state = flow.state as Changing<Factor, 'removing'>;
  const { factor } = state;
  flow.change(
    (options) => send(factor.id, options),
    () => {
      flow.replace(flow.entries.filter(({ id }) => id !== factor.id));
      flow.enter({ name: 'list' });
      flow.succeeded({ name: 'removed', factor });
      // The session and the recovery codes go with the last factor; elements on the page follow the session. A failure is theirs to show.
      removed().catch(() => undefined);
    },
    (trouble) => ({ ...state, trouble }),
  );
}
