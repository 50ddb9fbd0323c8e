import { createHash } from 'node:crypto';
import type { Hasher } from '../ports/hasher.ts';

const digest = (secret: Buffer): string => createHash('sha256').update(secret).digest('base64url');

/** A hasher without the slowness: what it protects is no secret here, and ten slow hashes for each enrolment are most of a suite's time. */
export const quickHasher: Hasher = {
  hash: (secret) => Promise.resolve(digest(secret)),
  verify: (encoded, secret) => Promise.resolve(encoded === digest(secret)),
};
