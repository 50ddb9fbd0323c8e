import { fixture, html } from '@open-wc/testing';
import { authenticatorApp, noFactors } from '../client/scripted-answers.js';
import { ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import type { SessionView } from '../client/views.js';
import '../define/mfa-requirement.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { MfaRequirement } from './mfa-requirement.js';

export interface Scene {
  element: MfaRequirement;
  client: ScriptedMfaClient;
}

/** A banner on a page of somebody who is asked for something. */
export async function scene(session: SessionView, script: Script = {}, enrolUrl = ''): Promise<Scene> {
  sessionStorage.clear();
  const client = new ScriptedMfaClient({ session, factors: noFactors, ...script });
  const element = await fixture<MfaRequirement>(
    html`<mfa-requirement .client=${client} .enrolUrl=${enrolUrl}></mfa-requirement>`,
  );
  await settled(element);
  return { element, client };
}

/** What is read on the banner, but for its buttons. */
export const told = (element: Element): string =>
  deepAll(element, '[part~=title], [part~=description], [part~=hint]').map(visibleText).join(' ');

export const buttons = (element: Element): string[] => deepAll(element, '[part~=button]').map(visibleText);

export const announced = (element: Element): string | undefined =>
  element.shadowRoot?.querySelector('[role=status].spoken')?.textContent;

/** Clicks the button or link with this text. */
export async function press(element: Element, text: string): Promise<void> {
  const button = deepAll(element, '[part~=button]').find((each) => visibleText(each) === text);
  if (!button) throw new Error(`there is no button ${text}`);
  button.focus();
  button.click();
  await settled(element);
}

/** A view of somebody of whom nothing more is asked. */
export const met = (session: SessionView): SessionView => ({
  ...session,
  aal: 2,
  requirement: { level: 'none', reasons: session.requirement?.reasons ?? [] },
});

/** Confirming an app meets what is asked. */
export const meeting = (session: SessionView): Script => ({
  confirmTotp: () => ({ factor: authenticatorApp, session: met(session) }),
});
