import { AuthenticatorApp, stepAt } from '../../attacks/cast/authenticator-app.ts';
import { SoftwareAuthenticator } from '../../../packages/server/src/passkeys/testing/software-authenticator.ts';
import type { Client } from '../running/client.ts';
import type { Acknowledged } from './acknowledged.ts';
import type { Tally } from './tally.ts';
import { Visit } from './visit.ts';

/** Where people are. */
export interface World {
  readonly client: Client;
  readonly origin: string;
  /** What the servers' clocks show, milliseconds. */
  readonly now: () => number;
  readonly acknowledged: Acknowledged;
  readonly tally: Tally;
}

/** The codes that an authenticator shows now were used; time has to pass. */
export class NoCodeLeft extends Error {}

/** A clock of people is a little behind: a code of a moment ago is good, one of a moment to come may not be. */
const BEHIND = 2_000;

/** Somebody with an authenticator app, passkeys, recovery codes on paper, and perhaps a browser that is remembered. */
export class Person {
  readonly id: string;
  readonly login: string;
  readonly #world: World;
  readonly #address: string;
  readonly passkeys: SoftwareAuthenticator;
  codes: string[] = [];
  /** The cookie of a browser that is remembered. */
  device: string | undefined;
  #app: { readonly app: AuthenticatorApp; readonly factorId: string } | undefined;

  constructor(index: number, world: World) {
    this.id = `person-${index}`;
    this.login = `${this.id}@example.com`;
    this.#world = world;
    this.#address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
    // Every third one has a security key, which counts; the others' passkeys are synced.
    this.passkeys = new SoftwareAuthenticator({ origin: world.origin, synced: index % 3 !== 0 });
  }

  /** A browser that was never used. @param userAgent Another one than usual is on a device that is not known. */
  visit(userAgent?: string): Visit {
    const browser = this.#world.client.browser(this.#address, userAgent);
    return new Visit(this.id, browser, this.#world);
  }

  get factorId(): string {
    return this.#app?.factorId ?? '';
  }

  /** From now on the codes come from this app. */
  uses(app: AuthenticatorApp, factorId: string): void {
    this.#app = { app, factorId };
  }

  /**
   * The next code, which is used up by being looked at: what was typed once is never typed again.
   *
   * @throws NoCodeLeft
   */
  nextCode(app = this.#app?.app): string {
    if (!app) throw new Error(`${this.id} has no authenticator app`);
    const now = stepAt(this.#world.now() - BEHIND);
    const step = Math.max(app.lastStep + 1, now);
    if (step > now + 1) throw new NoCodeLeft();
    app.lastStep = step;
    return app.codeOfStep(step);
  }

  /** What the app shows at a time, for whoever looks over its shoulder. */
  codeAt(milliseconds: number): string {
    return this.#app?.app.codeOfStep(stepAt(milliseconds)) ?? '';
  }

  /** @throws NoCodeLeft when all of them are used. */
  nextRecoveryCode(): string {
    const code = this.codes.shift();
    if (code === undefined) throw new NoCodeLeft();
    return code;
  }
}
