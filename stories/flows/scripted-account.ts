import { MfaError } from '../../packages/elements/src/client/mfa-error.js';
import {
  authenticatorApp,
  noFactors,
  pendingSignIn,
  signalsFor,
  signedIn,
  signInChallenge,
  syncedPasskey,
  tenCodes,
  withPasswordOnly,
} from '../../packages/elements/src/client/scripted-answers.js';
import type { Script } from '../../packages/elements/src/client/scripted-client.js';
import type {
  Factors,
  Method,
  Passkey,
  PasskeyAddition,
  RecoveryCodes,
  SessionView,
  TotpConfirmation,
  TotpFactor,
} from '../../packages/elements/src/client/views.js';

const SIGNED_OUT: SessionView = { state: 'signed-out' };

/** What a server would remember of Ada: what is set up in one step of a flow is there in the next. */
export class ScriptedAccount {
  #session: SessionView = withPasswordOnly;
  #totp: readonly TotpFactor[] = [];
  #passkeys: readonly Passkey[] = [];
  #codes = new Set<string>();
  #codesMadeAt: string | null = null;
  #codesSaved = false;
  #added = 0;

  /** What a client of this account gets. Any password is right but `wrong`, any code but `000000`. */
  script(): Script {
    return {
      session: () => this.#session,
      signIn: (_login, password) => this.#signIn(password),
      signOut: () => void (this.#session = SIGNED_OUT),
      challenge: () => ({
        ...signInChallenge,
        methods: this.#methods,
        preferred: this.#methods[0] ?? 'totp',
      }),
      challengeTotp: (code) => this.#enter(assertRight(code), 'totp'),
      challengeRecoveryCode: (code) => this.#spend(code),
      challengePasskey: () => this.#enter(true, 'passkey'),
      passkeySignIn: () => this.#enter(this.#passkeys.length > 0, 'passkey'),
      factors: () => this.#factors,
      passkeys: () => ({ passkeys: this.#passkeys }),
      confirmTotp: (_id, code, name) => this.#addTotp(code, name),
      addPasskey: (_response, name) => this.#addPasskey(name),
      removeTotp: (id) => void (this.#totp = this.#totp.filter((factor) => factor.id !== id)),
      removePasskey: (id) => {
        this.#passkeys = this.#passkeys.filter((passkey) => passkey.id !== id);
        return { signals: signalsFor(...this.#passkeys.map((passkey) => passkey.id)) };
      },
      recoveryCodes: () => this.#factors.recoveryCodes,
      regenerateRecoveryCodes: () => ({ recoveryCodes: this.#makeCodes() }),
      confirmRecoveryCodes: () => void (this.#codesSaved = true),
    };
  }

  get #factors(): Factors {
    const { size } = this.#codes;
    return {
      ...noFactors,
      totp: this.#totp,
      passkeys: this.#passkeys,
      recoveryCodes: {
        remaining: size,
        total: this.#isProtected ? tenCodes.length : 0,
        createdAt: this.#codesMadeAt,
        confirmed: this.#codesSaved,
      },
    };
  }

  get #isProtected(): boolean {
    return this.#totp.length + this.#passkeys.length > 0;
  }

  get #methods(): readonly Method[] {
    return [
      ...(this.#passkeys.length > 0 ? (['passkey'] as const) : []),
      ...(this.#totp.length > 0 ? (['totp'] as const) : []),
      ...(this.#codes.size > 0 ? (['recovery-code'] as const) : []),
    ];
  }

  #signIn(password: string): SessionView {
    if (password === 'wrong') throw new MfaError('invalid_credentials', { status: 401 });
    const { challenge } = pendingSignIn;
    return (this.#session =
      this.#isProtected && challenge
        ? { ...pendingSignIn, challenge: { ...challenge, methods: this.#methods } }
        : withPasswordOnly);
  }

  #enter(isKnown: boolean, method: Method): SessionView {
    if (!isKnown) throw new MfaError('passkey_rejected', { status: 401 });
    const at = now();
    return (this.#session = {
      ...signedIn,
      amr: [
        { method: 'password', at },
        { method, at },
      ],
    });
  }

  #spend(code: string): SessionView {
    const isRight = this.#codes.delete(code.trim().toUpperCase());
    if (!isRight) throw new MfaError('invalid_code', { status: 401 });
    this.#enter(true, 'recovery-code');
    return (this.#session = { ...this.#session, mustEnroll: true, recoveryCodesRemaining: this.#codes.size });
  }

  #addTotp(code: string, name = authenticatorApp.name): TotpConfirmation {
    assertRight(code);
    const codes = this.#codesOfFirst();
    const factor = {
      ...authenticatorApp,
      id: this.#nextId('totp'),
      name,
      createdAt: now(),
      lastUsedAt: null,
    };
    this.#totp = [...this.#totp, factor];
    return { factor, session: this.#enter(true, 'totp'), ...codes };
  }

  #addPasskey(name = syncedPasskey.name): PasskeyAddition {
    const codes = this.#codesOfFirst();
    const at = now();
    const passkey = {
      ...syncedPasskey,
      id: this.#nextId('passkey'),
      name,
      createdAt: at,
      lastUsedAt: at,
    };
    this.#passkeys = [...this.#passkeys, passkey];
    return {
      passkey,
      session: this.#enter(true, 'passkey'),
      signals: signalsFor('credential-new'),
      ...codes,
    };
  }

  /** Recovery codes come with the first factor. */
  #codesOfFirst(): Partial<RecoveryCodes> {
    return this.#isProtected ? {} : { recoveryCodes: this.#makeCodes() };
  }

  #makeCodes(): readonly string[] {
    this.#codes = new Set(tenCodes);
    this.#codesMadeAt = now();
    this.#codesSaved = false;
    return tenCodes;
  }

  #nextId(kind: 'totp' | 'passkey'): string {
    this.#added += 1;
    return `${kind}-${this.#added}`;
  }
}

function now(): string {
  return new Date().toISOString();
}

function assertRight(code: string): true {
  if (code === '000000') throw new MfaError('invalid_code', { status: 401 });
  return true;
}
