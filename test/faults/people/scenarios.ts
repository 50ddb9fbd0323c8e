import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { AuthenticatorApp } from '../../attacks/cast/authenticator-app.ts';
import { PASSWORD } from '../running/server-process.ts';
import type { Person, World } from './person.ts';
import { Surprise, type Visit } from './visit.ts';

/** One thing that somebody comes for; it begins in a new browser, with a sign-in. */
export type Scenario = (person: Person, world: World) => Promise<void>;

/** So many recovery codes are left when somebody has new ones made. */
const FEW = 2;

/** The first half of a sign-in. */
export async function begin(person: Person, userAgent?: string): Promise<Visit> {
  const visit = person.visit(userAgent);
  const { body } = await visit.ask('POST', '/sign-in', 200, { login: person.login, password: PASSWORD });
  if (body['state'] !== 'challenge') throw new Surprise(`${person.id} was not asked for a second step`);
  return visit;
}

async function provenByTotp(visit: Visit, person: Person, further: object = {}): Promise<void> {
  visit.proves(person.factorId);
  await visit.ask('POST', '/challenge/totp', 200, { code: person.nextCode(), ...further });
}

/** Password and code; every now and then on a device that is not known. */
export const byTotp: Scenario = async (person, { tally }) => {
  const visit = await begin(person, tally.complete % 5 === 0 ? 'another browser' : undefined);
  await provenByTotp(visit, person);
  tally.signedIn('totp');
};

/** The same, and the browser is to be remembered. */
const byTotpRemembered: Scenario = async (person, { tally }) => {
  const visit = await begin(person);
  await provenByTotp(visit, person, { rememberDevice: true });
  tally.signedIn('totp');
  person.device = visit.browser.cookie('device');
};

const byRememberedDevice: Scenario = async (person, world) => {
  const { device } = person;
  if (device === undefined) return byTotpRemembered(person, world);
  // Whoever does not hear what it was exchanged for does not use it again.
  person.device = undefined;
  const visit = person.visit();
  visit.browser.setCookie('device', device);
  const credentials = { login: person.login, password: PASSWORD };
  const { body } = await visit.ask('POST', '/sign-in', 200, credentials);
  if (body['state'] !== 'signed-in') throw new Surprise(`${person.id}'s browser was not remembered`);
  world.tally.signedIn('remembered-device');
  person.device = visit.browser.cookie('device');
};

/** @param path Alone, or as the second half and for a step-up. */
export async function provenByPasskey(
  visit: Visit,
  person: Person,
  path: '/passkey-sign-in' | '/challenge/passkey',
): Promise<void> {
  const { body } = await visit.ask('POST', `${path}/options`, 200);
  const options = body['options'] as PublicKeyCredentialRequestOptionsJSON;
  await visit.ask('POST', path, 200, { response: person.passkeys.get(options) });
}

export const byPasskeyAlone: Scenario = async (person, { tally }) => {
  await provenByPasskey(person.visit(), person, '/passkey-sign-in');
  tally.signedIn('passkey');
};

const byPasskeySecond: Scenario = async (person, { tally }) => {
  await provenByPasskey(await begin(person), person, '/challenge/passkey');
  tally.signedIn('passkey');
};

/** A sign-in, a step-up by the other factor, and the end of the session. */
const steppingUp: Scenario = async (person, { tally }) => {
  const visit = person.visit();
  await provenByPasskey(visit, person, '/passkey-sign-in');
  tally.signedIn('passkey');
  await provenByTotp(visit, person);
  tally.stepUps += 1;
  await visit.signOut();
};

/** Two browsers send one code at the same moment: one of them is in, or none. */
const oneCodeTwice: Scenario = async (person, { tally }) => {
  const [one, other] = [await begin(person), await begin(person)];
  const body = { code: person.nextCode() };
  const answers = await Promise.allSettled(
    [one, other].map((visit) => visit.answered('POST', '/challenge/totp', body)),
  );
  const statuses = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.status : 503));
  const signedIn = statuses.filter((status) => status === 200).length;
  const mayBe = statuses.every((status) => [200, 401, 503].includes(status));
  if (signedIn > 1 || !mayBe || statuses.join() === '401,401')
    throw new Surprise(`one code of ${person.id} sent twice was answered ${statuses.join(' and ')}`);
  if (signedIn === 1) tally.signedIn('totp');
};

/** Recovery code, a new authenticator app, and the old ones removed; new codes, when there are few left. */
const byRecoveryCode: Scenario = async (person, { tally, acknowledged }) => {
  if (person.codes.length <= FEW) await renewCodes(person);
  const visit = await begin(person);
  const { body } = await visit.ask('POST', '/challenge/recovery-code', 200, {
    code: person.nextRecoveryCode(),
  });
  acknowledged.codeSpent(person.id);
  tally.signedIn('recovery-code');
  if (body['mustEnroll'] !== true) throw new Surprise(`${person.id} may do anything after a recovery code`);
  const isCurrent = await enrolApp(visit, person);
  tally.enrolments += 1;
  const factors = (await visit.ask('GET', '/factors', 200)).body['totp'] as { id: string }[];
  for (const { id } of factors.filter((factor) => !isCurrent(factor.id))) {
    visit.factorMayGo(id);
    await visit.ask('DELETE', `/totp/${id}`, 204);
  }
};

/** @returns whether an id is that of the new app. */
async function enrolApp(visit: Visit, person: Person): Promise<(id: string) => boolean> {
  const started = (await visit.ask('POST', '/totp', 201, {})).body;
  const factorId = String(started['id']);
  const app = new AuthenticatorApp(String(started['secret']));
  // Whatever comes of it: with another factor, what was remembered is not any more.
  person.device = undefined;
  visit.proves(factorId);
  const code = person.nextCode(app);
  const { body } = await visit.ask('POST', `/totp/${factorId}/confirm`, 200, { code });
  visit.hasFactor(factorId);
  person.uses(app, factorId);
  const codes = body['recoveryCodes'] as string[] | undefined;
  if (codes) person.codes = [...codes];
  return (id) => id === factorId;
}

async function renewCodes(person: Person): Promise<void> {
  const visit = person.visit();
  await provenByPasskey(visit, person, '/passkey-sign-in');
  person.device = undefined;
  // Whether the old ones are dead nobody knows until the answer; so nobody uses them.
  person.codes = [];
  const { body } = await visit.ask('POST', '/recovery-codes', 201);
  person.codes = [...(body['recoveryCodes'] as string[])];
}

/** The first time: an authenticator app with its recovery codes, then a passkey. */
export const arrive: Scenario = async (person) => {
  const visit = person.visit();
  await visit.ask('POST', '/sign-in', 200, { login: person.login, password: PASSWORD });
  await enrolApp(visit, person);
  await visit.ask('POST', '/recovery-codes/confirm', 204);
  const { body } = await visit.ask('POST', '/passkeys/options', 200);
  const options = body['options'] as PublicKeyCredentialCreationOptionsJSON;
  const added = await visit.ask('POST', '/passkeys', 201, { response: person.passkeys.create(options) });
  visit.hasFactor((added.body['passkey'] as { id: string }).id);
};

/** What people come for, as often as it stands here. */
export const SCENARIOS: readonly Scenario[] = [
  byTotp,
  byPasskeyAlone,
  byRecoveryCode,
  byTotp,
  byPasskeySecond,
  byRememberedDevice,
  steppingUp,
  byRememberedDevice,
  byTotp,
  oneCodeTwice,
];
