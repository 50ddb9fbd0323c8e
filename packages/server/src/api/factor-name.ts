import { z } from 'zod';
import { PLAIN_TEXT } from './plain-text.ts';

/** What a person calls an authenticator: 1 to 64 characters, without controls or marks that turn the direction of the text. */
export const factorName = z.string().trim().min(1).max(64).regex(PLAIN_TEXT);
