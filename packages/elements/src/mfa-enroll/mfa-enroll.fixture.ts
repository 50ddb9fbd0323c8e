import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  authenticatorApp,
  believableAnswers,
  mustEnroll,
  noFactors,
  pendingApp,
  signedIn,
} from '../client/scripted-answers.js';
import { ScriptedMfaClient } from '../client/scripted-client.js';
import type { Script } from '../client/scripted-client.js';
import type { TotpConfirmation, TotpEnrolment } from '../client/views.js';
import { deep, settled, visibleText } from '../foundation/testing/rendering.js';
import type { MfaEnroll } from './mfa-enroll.js';
import '../define/mfa-enroll.js';

export interface Scene {
  element: MfaEnroll;
  client: ScriptedMfaClient;
  done: () => number;
}

export const enrolment = believableAnswers().startTotp as TotpEnrolment;
export const withoutCodes: TotpConfirmation = { factor: authenticatorApp, session: signedIn };
export const pending: Script = { factors: { ...noFactors, pending: [pendingApp] } };
const oldPhone = { ...authenticatorApp, id: 'totp-old', name: 'Old phone' };
export const afterRecoveryCode: Script = {
  session: mustEnroll,
  factors: { ...noFactors, totp: [authenticatorApp, oldPhone] },
  confirmTotp: withoutCodes,
};

/** An enrolment of an authenticator app; for the choice and for passkeys there is `passkeys.test.ts`. */
export async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient({ session: signedIn, factors: noFactors, ...script });
  const element = await fixture<MfaEnroll>(html`<mfa-enroll methods="totp" .client=${client}></mfa-enroll>`);
  let count = 0;
  element.addEventListener('mfa-enrolled', () => (count += 1));
  await settled(element);
  return { element, client, done: () => count };
}

export const primary = (element: Element): HTMLElement => deep(element, '[part~=button-primary]');

export async function go(element: MfaEnroll): Promise<void> {
  primary(element).click();
  await settled(element);
}

export async function started(script: Script = {}): Promise<Scene> {
  const made = await scene(script);
  await go(made.element);
  return made;
}

export const input = (): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]');
  if (!found) throw new Error('the page shows no field for the code');
  return found;
};

export async function enter(element: MfaEnroll, code = '123456'): Promise<void> {
  input().focus();
  await sendKeys({ type: code });
  await settled(element);
}

export async function saveCodes(element: MfaEnroll): Promise<void> {
  deep(element, '[type=checkbox]').click();
  await settled(element);
  await go(element);
}

export const title = (element: Element): string => visibleText(deep(element, '[part=title]'));

export const spoken = (element: MfaEnroll): string =>
  element.shadowRoot?.querySelector('[role=status].spoken')?.textContent ?? '';

export const focusedPart = (element: MfaEnroll): string =>
  element.shadowRoot?.activeElement?.getAttribute('part') ?? '';
