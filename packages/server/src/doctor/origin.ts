import { found, foundIf, type Finding } from './finding.ts';
import { reasonOf } from './reason.ts';
import type { Ask } from './web.ts';

/** What of the configuration says where passkeys work. */
export interface Origins {
  readonly publicUrl: string;
  readonly passkeys: {
    readonly rpId?: string | undefined;
    readonly relatedOrigins: readonly string[];
    readonly enrollUrl?: string | undefined;
    readonly manageUrl?: string | undefined;
  };
}

/** Looks whether browsers and password managers find what they look for at the RP ID. */
export async function examineOrigin(ask: Ask, { publicUrl, passkeys }: Origins): Promise<readonly Finding[]> {
  const { hostname, host } = new URL(publicUrl);
  const rpId = passkeys.rpId ?? hostname;
  const findings: Finding[] = [...foundIf(rpId !== hostname, 'origin.parent', rpId)];

  if (passkeys.relatedOrigins.length > 0) {
    // Browsers ask the RP ID itself, always over https; on a desk it is the application.
    const url = `${rpId === hostname ? publicUrl : `https://${rpId}`}/.well-known/webauthn`;
    const listed = await readJson(ask, url);
    const origins = (listed.value as { origins?: unknown } | undefined)?.origins;
    const missing = passkeys.relatedOrigins.filter(
      (one) => !(Array.isArray(origins) && origins.includes(one)),
    );
    const why = listed.problem ?? `it does not list ${missing.join(', ')}`;
    findings.push(...foundIf(missing.length > 0, 'origin.related', `${url}: ${why}`));
  }

  const { enrollUrl: enroll, manageUrl: manage } = passkeys;
  if (enroll !== undefined || manage !== undefined) {
    const { value, problem } = await readJson(ask, `${publicUrl}/.well-known/passkey-endpoints`);
    const told = value as { enroll?: unknown; manage?: unknown } | undefined;
    if (told?.enroll !== enroll || told?.manage !== manage)
      findings.push(found('origin.endpoints', problem ?? `${host} names others`));
  }
  return findings;
}

/** @returns what stands there, or why nothing does. */
async function readJson(ask: Ask, url: string): Promise<{ value?: unknown; problem?: string }> {
  try {
    const answer = await ask(url);
    if (answer.status !== 200) return { problem: `it answers ${answer.status}` };
    if (!/^application\/json\b/.test(answer.headers.get('content-type') ?? ''))
      return { problem: 'it is no JSON' };
    return { value: await answer.json() };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}
