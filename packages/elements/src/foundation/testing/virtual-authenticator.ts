import { executeServerCommand } from '@web/test-runner-commands';

/** What differs from a laptop with a screen lock. */
export interface AuthenticatorOptions {
  transport?: 'internal' | 'usb' | 'nfc' | 'hybrid';
  hasUserVerification?: boolean;
  hasResidentKey?: boolean;
}

/** An authenticator plugged into the page of a test, without a person: it is always touched at once. */
export class VirtualAuthenticator {
  readonly #id: string;

  private constructor(id: string) {
    this.#id = id;
  }

  static async plugIn(options: AuthenticatorOptions = {}): Promise<VirtualAuthenticator> {
    const { authenticatorId } = await run<{ authenticatorId: string }>({ action: 'add', options });
    return new VirtualAuthenticator(authenticatorId);
  }

  /** How many passkeys it holds. */
  async count(): Promise<number> {
    const { credentials } = await run<{ credentials: unknown[] }>({
      action: 'credentials',
      authenticatorId: this.#id,
    });
    return credentials.length;
  }

  /** Whether finger, face or PIN will be recognised from now on. */
  async verifiesUser(succeeds: boolean): Promise<void> {
    await run({ action: 'verify-user', authenticatorId: this.#id, succeeds });
  }

  async unplug(): Promise<void> {
    await run({ action: 'remove', authenticatorId: this.#id });
  }
}

function run<Answer>(request: object): Promise<Answer> {
  return executeServerCommand<Answer, object>('webauthn', request);
}
