import type { Page } from 'playwright-core';
import { codeNow, Control, enrolledPerson } from './api.ts';
import { addFirstPasskey, enterCode, passkeys, saveCodes, seesNotes, signInWithPassword } from './pages.ts';

/** Makes people who are signed in on a page, each with a factor of another kind. */
export class People {
  readonly #url: string;
  readonly #control: Control;

  constructor(url: string) {
    this.#url = url;
    this.#control = new Control(url);
  }

  /** Somebody with nothing but a password. @returns their login. */
  async withoutFactor(page: Page, name: string): Promise<string> {
    const login = await this.#control.addPerson(name);
    await signInWithPassword(page, login);
    await seesNotes(page);
    return login;
  }

  /** Somebody whose only factor is a passkey, on the authenticator that the page has; on the security page. */
  async withPasskey(page: Page, name: string): Promise<{ login: string; recoveryCodes: string[] }> {
    const login = await this.withoutFactor(page, name);
    const recoveryCodes = await addFirstPasskey(page);
    await saveCodes(page);
    await passkeys(page).first().waitFor();
    return { login, recoveryCodes };
  }

  /** Somebody with an authenticator app, signed in by a code. */
  async withApp(page: Page, name: string): Promise<{ login: string; secret: string }> {
    const { login, secret } = await enrolledPerson(this.#url, name);
    await signInWithPassword(page, login);
    await enterCode(page, await codeNow(secret, await this.#control.advance(60)));
    await seesNotes(page);
    return { login, secret };
  }
}
