import { answerChallenge, enrolPasskey, newDevice, oneClick } from '../../passkeys/testing/ceremonies.ts';
import { forged, type SoftwareAuthenticator } from '../../passkeys/testing/software-authenticator.ts';
import {
  addApp,
  expectStatus,
  prove,
  signIn,
  signInFully,
  type AuthenticatorApp,
} from '../../testing/people.ts';
import type { Browser } from '../../testing/browser.ts';
import { runAsAllAlong } from '../../testing/running-all-along.ts';
import type { RunningKit } from '../../testing/running-kit.ts';
import { DAY } from '../days.ts';

/** Somebody who comes back again and again. */
interface Visitor {
  readonly name: string;
  browser: Browser;
  app?: AuthenticatorApp;
  device?: SoftwareAuthenticator;
  codes: string[];
}

/** What happens beside visits, on which day. */
export type Incidents = Readonly<Record<number, (history: History) => Promise<void>>>;

const MORNING = 9 * 3_600_000;
/** When what runs at night has to run. */
const NIGHT = 20 * 60_000;

/** Days in a workspace: people come, some of them each day, and sign in the way that they have; some mistype, some enrol. Repeatable. */
export class History {
  readonly kit: RunningKit;
  readonly #visitors = new Map<string, Visitor>();
  #seed = 7;

  constructor(kit: RunningKit) {
    this.kit = kit;
  }

  /** Somebody whom the host knows from now on. */
  add(name: string, facts: { workspace: string; role?: string; tier?: string }): void {
    const id = `user-${name}`;
    const address = `${name}@example.com`;
    this.kit.users.set(id, { id, name: address, displayName: name, emails: [address], ...facts });
    this.emptied(name);
  }

  change(name: string, facts: { workspace?: string; role?: string; tier?: string }): void {
    const id = `user-${name}`;
    this.kit.users.set(id, { ...this.kit.users.get(id)!, ...facts });
  }

  /** Signs somebody in with what they have, and sets up an authenticator app for who has nothing. */
  async arrive(name: string): Promise<Browser> {
    const visitor = this.#visitor(name);
    visitor.browser = this.kit.browser();
    const { browser, app, device } = visitor;
    if (app) return signInFully(this.kit, browser, app, name);
    if (device) expectStatus(await oneClick(browser, device), 200);
    else {
      await signIn(browser, name);
      await this.#addApp(visitor);
    }
    return browser;
  }

  #visitor(name: string): Visitor {
    const found = this.#visitors.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }

  /** After this they have nothing to prove with any more. */
  emptied(name: string): void {
    this.#visitors.set(name, { name, browser: this.kit.browser(), codes: [] });
  }

  /** Deleted by the host. */
  async leave(name: string): Promise<void> {
    this.#visitors.delete(name);
    this.kit.users.delete(`user-${name}`);
    await this.kit.mfa.userDeleted(`user-${name}`);
  }

  /** Goes on to a time of the next day. */
  #until(timeOfDay: number): void {
    const now = this.kit.clock.now();
    const today = now - (now % DAY);
    this.kit.clock.advance((now < today + timeOfDay ? today : today + DAY) + timeOfDay - now);
  }

  /** A number from 0 to 1; the same ones in each run. */
  #chance(): number {
    this.#seed = (this.#seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return this.#seed / 2 ** 31;
  }

  async live(days: number, incidents: Incidents): Promise<void> {
    for (let day = 0; day < days; day += 1) {
      this.#until(NIGHT);
      await runAsAllAlong(this.kit);
      this.#until(MORNING);
      for (const visitor of [...this.#visitors.values()])
        if (this.#chance() < 0.35) await this.#visit(visitor);
      await incidents[day]?.(this);
    }
  }

  async #visit(visitor: Visitor): Promise<void> {
    const { kit } = this;
    if (this.#chance() < 0.6) visitor.browser = kit.browser();
    if (visitor.device && this.#chance() < 0.5) {
      expectStatus(await oneClick(visitor.browser, visitor.device), 200);
      return;
    }
    await signIn(visitor.browser, visitor.name);
    const { body } = await visitor.browser.get('/session');
    if (body['state'] === 'challenge') await this.#answer(visitor);
    else if (!visitor.app && !visitor.device) await this.#maybeEnrol(visitor);
  }

  async #answer(visitor: Visitor): Promise<void> {
    const { kit } = this;
    const { browser, app, device } = visitor;
    const chance = this.#chance();
    if (chance < 0.12 && visitor.codes.length > 0) {
      await browser.post('/challenge/recovery-code', { code: visitor.codes.pop() });
      return;
    }
    if (device) {
      if (chance > 0.8) await answerChallenge(browser, device, { signature: forged });
      expectStatus(await answerChallenge(browser, device), 200);
      return;
    }
    if (!app) return;
    if (chance > 0.6) await browser.post('/challenge/totp', { code: app.wrongCodeAt(kit.clock.now()) });
    kit.clock.advance(60_000);
    const code = app.codeAt(kit.clock.now());
    expectStatus(await browser.post('/challenge/totp', { code, rememberDevice: chance > 0.7 }), 200);
    if (chance > 0.85) await browser.post('/challenge/totp', { code: app.wrongCodeAt(kit.clock.now()) });
    if (chance < 0.4) await prove(kit, browser, app);
  }

  async #maybeEnrol(visitor: Visitor): Promise<void> {
    const { browser } = visitor;
    const chance = this.#chance();
    if (chance > 0.4) return;
    if (chance < 0.15) {
      const device = newDevice(this.kit);
      const added = expectStatus(await enrolPasskey(browser, device), 201);
      visitor.device = device;
      visitor.codes = [...(added.body['recoveryCodes'] as string[])];
    } else {
      await this.#addApp(visitor);
    }
  }

  async #addApp(visitor: Visitor): Promise<void> {
    const { app, recoveryCodes } = await addApp(this.kit, visitor.browser);
    visitor.app = app;
    visitor.codes = [...recoveryCodes];
  }
}
