import { z } from 'zod';

/** What a person calls an authenticator: 1 to 64 characters, none of them invisible. */
export const factorName = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u);
