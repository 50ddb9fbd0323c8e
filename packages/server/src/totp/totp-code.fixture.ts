import { crypto } from '@otplib/plugin-crypto-node';
import { generateSync } from 'otplib';

/** The code that an authenticator app shows at a time. The kit never makes one; its tests stand in for the app. */
export function codeAt(secret: Uint8Array, now: number): string {
  return generateSync({
    strategy: 'totp',
    algorithm: 'sha1',
    digits: 6,
    period: 30,
    crypto,
    secret,
    epoch: Math.floor(now / 1000),
  });
}
