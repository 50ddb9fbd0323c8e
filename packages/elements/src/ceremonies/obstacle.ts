import type { MfaClient } from '../client/mfa-client.js';
import type { Obstacle } from './ceremonies.js';

/** What is in the way of every ceremony for this client; undefined where the page may try. */
export function obstacleOf({ ceremonies }: MfaClient): Obstacle | undefined {
  return ceremonies ? ceremonies.obstacle() : browserObstacle();
}

/** What the page itself puts in the way. Known without the ceremonies, so that they are fetched only where they can take place. */
export function browserObstacle(): Obstacle | undefined {
  if (!isSecureContext) return 'insecure';
  // Undefined where the browser knows no passkeys; its type says otherwise.
  if (!(globalThis as { PublicKeyCredential?: unknown }).PublicKeyCredential) return 'not-supported';
  // Only Chromium can be asked; elsewhere the ceremony itself fails in a frame.
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(feature: string): boolean } };
  return featurePolicy?.allowsFeature('publickey-credentials-get') === false ? 'framed' : undefined;
}
