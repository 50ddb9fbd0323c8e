import { z } from 'zod';
import type { PartialMailLanguage } from '../notifications/languages/mail-language.ts';

/** Links of mails lead to the public URL alone (rule B6), and a mail program makes one of all that looks like one. */
const LINK = /:\/\/|\bwww\./i;

const tag = z.string().refine(
  (text) => {
    try {
      return Intl.getCanonicalLocales(text).length === 1;
    } catch {
      return false;
    }
  },
  { error: 'has to be a BCP 47 tag such as fr or pt-BR' },
);

const entry = z.custom<string | ((...given: never[]) => unknown)>(
  (value) => typeof value === 'string' || typeof value === 'function',
  { error: 'has to be a text or a function that makes one' },
);

const language = z
  .strictObject({
    frame: z.record(z.string(), entry).optional(),
    notices: z.record(z.string(), entry).optional(),
  })
  // Which names there are is the compiler's to check, and the registry's of languages when the kit starts.
  .transform((checked) => checked as PartialMailLanguage);

/** What a host says about mails. */
export const mails = z
  .strictObject({
    contact: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine((text) => !LINK.test(text), { error: 'may have no link in it' })
      .refine((text) => !/\p{Cc}/u.test(text), { error: 'has to be one line' })
      .optional(),
    languages: z.record(tag, language).optional(),
  })
  .prefault({});
