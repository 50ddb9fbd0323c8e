import { MfaError } from '../client/mfa-error.js';

/**
 * A module that only some people need: fetched when they do, once for all elements of the page, and at hand from then on.
 * What could not be fetched is fetched anew at the next try.
 */
export class OnDemand<Module extends object> {
  /** Undefined until it came. */
  module: Module | undefined;

  readonly #fetch: () => Promise<Module>;
  #arriving: Promise<Module> | undefined;

  /** @param fetch imports it: a bundler has to see the name of the module. */
  constructor(fetch: () => Promise<Module>) {
    this.#fetch = fetch;
  }

  /** Rejects with an `MfaError` like a call to the server: to a person, both are one. */
  load(): Promise<Module> {
    return (this.#arriving ??= this.#fetch().then(
      (module) => (this.module = module),
      () => {
        this.#arriving = undefined;
        throw new MfaError('offline');
      },
    ));
  }

  /** Fetches what will probably be needed, so that nobody waits for it then. A failure shows when it is needed. */
  async preload(): Promise<void> {
    await this.load().catch(() => undefined);
  }
}
