import { MfaError } from '../client/mfa-error.js';
import type {
  AuthenticationResponseJSON,
  Capabilities,
  Ceremonies,
  CeremonyErrorCode,
  CeremonyOptions,
  CreationOptions,
  Obstacle,
  RegistrationResponseJSON,
  RequestOptions,
  SignalDetails,
} from './ceremonies.js';

/** How a ceremony ends: well, with a code, or not before it is given up. */
export type Ending = 'done' | 'never' | CeremonyErrorCode;

export interface CeremonyScript {
  obstacle?: Obstacle;
  capabilities?: Partial<Capabilities>;
  /** Per ceremony one ending, or a list that is gone through and whose last stays. */
  create?: Ending | readonly Ending[];
  get?: Ending | readonly Ending[];
  /** Those without a dialog: autofill waits, and no password manager makes anything, unless told otherwise. */
  autofill?: Ending | readonly Ending[];
  upgrade?: Ending | readonly Ending[];
}

type Kind = 'create' | 'get' | 'autofill' | 'upgrade';

const ENVELOPE = { type: 'public-key', clientExtensionResults: {} } as const;

/** An authenticator that plays a part, for stories and tests. What the script leaves out succeeds at once. */
export class ScriptedCeremonies implements Ceremonies {
  /** Every ceremony so far, in order. */
  readonly begun: Kind[] = [];
  /** Every signal so far, in order. */
  readonly signals: { name: keyof SignalDetails; details: unknown }[] = [];
  readonly #script: CeremonyScript;
  readonly #endings: Record<Kind, Ending[]>;
  #underWay: AbortController | undefined;

  constructor(script: CeremonyScript = {}) {
    this.#script = script;
    this.#endings = {
      create: list(script.create ?? 'done'),
      get: list(script.get ?? 'done'),
      autofill: list(script.autofill ?? 'never'),
      upgrade: list(script.upgrade ?? 'not-supported'),
    };
  }

  /** Whether a ceremony waits for the person. */
  get isUnderWay(): boolean {
    return this.#underWay !== undefined;
  }

  obstacle(): Obstacle | undefined {
    return this.#script.obstacle;
  }

  capabilities(): Promise<Capabilities> {
    const possible = !this.#script.obstacle;
    return Promise.resolve({
      platform: possible,
      autofill: possible,
      upgrade: this.#script.upgrade !== undefined,
      ...this.#script.capabilities,
    });
  }

  async create(options: CreationOptions, how: CeremonyOptions = {}): Promise<RegistrationResponseJSON> {
    await this.#perform(how.conditional ? 'upgrade' : 'create', how.signal);
    const response = { clientDataJSON: options.challenge, attestationObject: 'attestation' };
    return { ...ENVELOPE, id: 'credential-new', rawId: 'credential-new', response };
  }

  async get(options: RequestOptions, how: CeremonyOptions = {}): Promise<AuthenticationResponseJSON> {
    await this.#perform(how.conditional ? 'autofill' : 'get', how.signal);
    const response = {
      clientDataJSON: options.challenge,
      authenticatorData: 'authenticator-data',
      signature: 'signature',
    };
    return { ...ENVELOPE, id: 'credential-1', rawId: 'credential-1', response };
  }

  signal<Name extends keyof SignalDetails>(name: Name, details: SignalDetails[Name]): Promise<void> {
    this.signals.push({ name, details });
    return Promise.resolve();
  }

  async #perform(kind: Kind, signal: AbortSignal | undefined): Promise<void> {
    this.#underWay?.abort();
    const own = (this.#underWay = new AbortController());
    this.begun.push(kind);
    const endings = this.#endings[kind];
    const ending = (endings.length > 1 ? endings.shift() : endings[0]) ?? 'done';
    const either = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
    try {
      if (ending === 'never') await ended(either);
      if (either.aborted) throw new MfaError('aborted');
      if (ending !== 'done' && ending !== 'never') throw new MfaError(ending);
    } finally {
      if (this.#underWay === own) this.#underWay = undefined;
    }
  }
}

const list = (endings: Ending | readonly Ending[]): Ending[] =>
  typeof endings === 'string' ? [endings] : [...endings];

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}
