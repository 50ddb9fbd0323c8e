import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { assertSound } from '../checks/central-checks.ts';
import { Secrets } from '../checks/secrets.ts';
import { headerOf, type Answer } from '../http/answer.ts';
import { Browser } from '../http/browser.ts';
import { send, sendAtOnce, type Route } from '../http/connection.ts';
import { bytesOf, type Request } from '../http/request.ts';
import type { Target } from '../running/target.ts';

/** An event that the audit has to have exactly once, written while answering a request. */
export interface ExpectedEvent {
  readonly requestId: string;
  readonly event: string;
  readonly reason: string | undefined;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A request of a browser's, to be sent together with others. */
export interface Contender {
  readonly browser: Browser;
  readonly request: Request;
}

/**
 * What one attack works with: browsers at an address of its own, the demo's control API, and the central checks, through which every answer
 * goes. Two attacks share nothing but the server and its clock.
 */
export class Scene {
  readonly secrets = new Secrets();
  readonly expectedEvents: ExpectedEvent[] = [];
  readonly address: string | undefined;
  readonly #target: Target;
  readonly #mayMoveClock: boolean;

  constructor(target: Target, { movesClock = false }: { readonly movesClock?: boolean }) {
    this.#target = target;
    this.#mayMoveClock = movesClock;
    this.address = this.newAddress();
  }

  /** Where the application is, as its people see it. */
  get origin(): string {
    return this.#target.origin;
  }

  /** An address that nobody came from before (rule L4 counts by them). */
  newAddress(): string | undefined {
    const part = (): number => randomInt(1, 255);
    return this.#target.manyAddresses ? `127.${part()}.${part()}.${part()}` : undefined;
  }

  browser(from = this.address): Browser {
    return new Browser((request, address) => this.send(request, address), from);
  }

  /** Sends a request to the next process, and checks the answer. */
  async send(
    request: Request,
    from = this.address,
    options: { readonly byParser: boolean } = { byParser: false },
  ): Promise<Answer> {
    return this.#look(await send(this.#bytes(request), this.#route(from)), request, options);
  }

  /** Sends the very bytes: for requests that are wrong as HTTP. Where a parser refuses them, no application is asked. */
  async sendBytes(bytes: Buffer | string, path: string): Promise<Answer> {
    const answer = await send(Buffer.from(bytes), this.#route(this.address));
    return this.#look(answer, { method: 'POST', path }, { byParser: true });
  }

  /** Sends requests that are complete at the same instant, in turn to all processes. */
  async atOnce(contenders: readonly Contender[]): Promise<readonly Answer[]> {
    const requests = contenders.map(({ browser, request }) => ({
      bytes: this.#bytes(request),
      route: this.#route(browser.from),
    }));
    const answers = await sendAtOnce(requests);
    // Parallel answers may know each other's secrets only after all of them were looked at.
    answers.forEach((answer, index) => {
      const { request } = contenders[index]!;
      this.secrets.learnFromSent(request.body);
      assertSound(answer, request, this.secrets, { byParser: false });
    });
    for (const answer of answers) this.secrets.learnFrom(answer);
    return answers;
  }

  /** Somebody whom several attacks aim at that have to leave them as they were; made by the first of these. */
  shared<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
    return this.#target.shared(name, make);
  }

  /** The server's time, in milliseconds. */
  now(): Promise<number> {
    return this.#clock(0);
  }

  /** Moves everybody's clock on; answers the new time. */
  async advance(seconds: number): Promise<number> {
    assert.ok(this.#mayMoveClock, 'this attack does not say that it moves the clock');
    this.#target.moved(seconds);
    return this.#clock(seconds);
  }

  async control(path: string, body: unknown = {}): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.browser().post(`/demo/${path}`, body);
    assert.ok(answer.status < 300, `POST /demo/${path} → ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** All mail to a person, after what was due has been sent. */
  async mailTo(login: string): Promise<readonly Mail[]> {
    // Each process is asked: one of them may be sending it just now. Twice, since what runs already may have looked too early.
    for (let round = 0; round < 2; round += 1)
      await Promise.all(Array.from({ length: this.#target.processCount }, () => this.control('jobs')));
    const { text } = await this.browser().get(`/demo/mailbox?to=${encodeURIComponent(login)}`);
    return JSON.parse(text) as Mail[];
  }

  /** Says that the audit has to tell of an answer, once. It is looked at after the attack, where it can be. */
  expectEvent(answer: Answer, event: string, reason?: string): void {
    this.expectedEvents.push({ requestId: headerOf(answer, 'x-request-id'), event, reason });
  }

  /** A name that nothing else has. */
  unique(word: string): string {
    return `${word}-${randomBytes(6).toString('hex')}`;
  }

  #look(answer: Answer, request: Request, options: { readonly byParser: boolean }): Answer {
    this.secrets.learnFromSent(request.body);
    assertSound(answer, request, this.secrets, options);
    this.secrets.learnFrom(answer);
    return answer;
  }

  #bytes(request: Request): Buffer {
    return bytesOf(request, new URL(this.#target.origin).host);
  }

  #route(from: string | undefined): Route {
    return { to: this.#target.nextProcess(), from };
  }

  async #clock(advanceSeconds: number): Promise<number> {
    return Date.parse(String((await this.control('clock', { advanceSeconds }))['now']));
  }
}
