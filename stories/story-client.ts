import type { CreationOptions, RequestOptions } from '../packages/elements/src/ceremonies/ceremonies.js';
import {
  ScriptedCeremonies,
  type CeremonyScript,
} from '../packages/elements/src/ceremonies/scripted-ceremonies.js';
import { MfaError, type MfaErrorCode } from '../packages/elements/src/client/mfa-error.js';
import { believableAnswers } from '../packages/elements/src/client/scripted-answers.js';
import { ScriptedMfaClient, type Script } from '../packages/elements/src/client/scripted-client.js';
import { crossNetwork } from './network.js';

/** Codes of what was refused so far, in order: what a story says that it shows is held against them. */
type Refusals = MfaErrorCode[];

/** The scripted client, over the network that was chosen in the toolbar. */
export class StoryClient extends ScriptedMfaClient {
  readonly refusals: Refusals;

  /**
   * @param script what calls get, as for the scripted client
   * @param ceremonies how passkey ceremonies end
   */
  constructor(script: Script = {}, ceremonies: CeremonyScript = {}) {
    const refusals: Refusals = [];
    super(
      overNetwork({ ...believableAnswers(), ...script }, refusals),
      new StoryCeremonies(ceremonies, refusals),
    );
    this.refusals = refusals;
  }
}

function overNetwork(script: Script, refusals: Refusals): Script {
  const answered =
    (answer: unknown) =>
    async (...parameters: unknown[]): Promise<unknown> => {
      const got = await noting(refusals, async () => {
        await crossNetwork();
        return typeof answer === 'function'
          ? (answer as (...given: unknown[]) => unknown)(...parameters)
          : answer;
      });
      if (got instanceof MfaError) refusals.push(got.code);
      return got;
    };
  return Object.fromEntries(
    Object.entries(script).map(([call, answers]) => [
      call,
      Array.isArray(answers) ? answers.map(answered) : answered(answers),
    ]),
  );
}

/** A scripted authenticator that notes why it refused. */
class StoryCeremonies extends ScriptedCeremonies {
  readonly #refusals: Refusals;

  constructor(script: CeremonyScript, refusals: Refusals) {
    super(script);
    this.#refusals = refusals;
  }

  override obstacle(): ReturnType<ScriptedCeremonies['obstacle']> {
    const obstacle = super.obstacle();
    if (obstacle) this.#refusals.push(obstacle);
    return obstacle;
  }

  override create(...wanted: [CreationOptions, object?]): ReturnType<ScriptedCeremonies['create']> {
    return noting(this.#refusals, () => super.create(...wanted));
  }

  override get(...wanted: [RequestOptions, object?]): ReturnType<ScriptedCeremonies['get']> {
    return noting(this.#refusals, () => super.get(...wanted));
  }
}

async function noting<Result>(refusals: Refusals, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MfaError) refusals.push(error.code);
    throw error;
  }
}
