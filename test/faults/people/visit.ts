import { inspect } from 'node:util';
import type { Answer } from '../../attacks/http/answer.ts';
import type { Browser } from '../../attacks/http/browser.ts';
import { Cut } from '../running/client.ts';
import type { Acknowledged } from './acknowledged.ts';
import type { Tally } from './tally.ts';

/** What was asked may have been done, or not: the connection was cut, or the server was in trouble. */
export class Interrupted extends Error {}

/** An answer that no fault excuses. */
export class Surprise extends Error {}

/** Somebody in a browser. It expects the answers of a server that is well, and keeps what it was told. */
export class Visit {
  readonly browser: Browser;
  readonly #person: string;
  readonly #acknowledged: Acknowledged;
  readonly #tally: Tally;
  readonly #factors: string[] = [];

  constructor(person: string, browser: Browser, keeping: { acknowledged: Acknowledged; tally: Tally }) {
    this.#person = person;
    this.browser = browser;
    this.#acknowledged = keeping.acknowledged;
    this.#tally = keeping.tally;
  }

  /** The factor may be proven in this session from the next request on. */
  proves(factorId: string): void {
    this.#factors.push(factorId);
  }

  /**
   * Asks the kit for something.
   *
   * @throws Interrupted when nobody knows what has become of it.
   * @throws Surprise for any answer but the expected.
   */
  async ask(method: string, path: string, status: number, body?: unknown): Promise<Answer> {
    const former = this.browser.cookie('session');
    const answer = await this.answered(method, path, body);
    if (answer.status !== status) {
      throw new Surprise(
        `${this.#person}: ${method} ${path} → ${answer.status} ${answer.text}, not ${status}`,
      );
    }
    const token = this.browser.cookie('session');
    if (token !== '' && token !== former) {
      // Not a copy: what was asked for in it and not answered may be in it all the same.
      const told = { person: this.#person, factors: this.#factors };
      this.#acknowledged.session(token, told, former === '' ? undefined : former);
    }
    return answer;
  }

  /** Asks, and takes whatever the server refuses. */
  async answered(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.browser.call(method, `/mfa${path}`, body).catch((error: unknown) => {
      if (!(error instanceof Cut)) throw error;
      this.#tally.wasCut(this.#person);
      throw new Interrupted(`${method} ${path}: ${error.message}`);
    });
    if (answer.status === 503) {
      const isOfContract = answer.body['code'] === 'unavailable' || answer.text === 'nobody is there';
      if (!isOfContract) throw new Surprise(`${method} ${path} → 503 ${inspect(answer.text)}`);
      this.#tally.wasUnavailable(this.#person);
      throw new Interrupted(`${method} ${path}: 503`);
    }
    return answer;
  }

  /** It was confirmed, and is there from now on. */
  hasFactor(id: string): void {
    this.#acknowledged.factor(id, this.#person);
  }

  async signOut(): Promise<void> {
    this.#acknowledged.sessionMayEnd(this.browser.cookie('session'));
    await this.ask('POST', '/sign-out', 204);
  }

  /** Before a factor is removed in this session. */
  factorMayGo(id: string): void {
    this.#acknowledged.factorMayGo(id, this.browser.cookie('session'));
  }
}
