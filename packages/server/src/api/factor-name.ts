import { z } from 'zod';
import { plainText } from './plain-text.ts';

/**
 * What a person calls an authenticator: 1 to 64 characters, freed of controls and of marks that turn the direction of the text (rule K6).
 * A name that was copied brings some of them along unseen.
 */
export const factorName = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .transform(plainText)
  .pipe(z.string().trim().min(1));
