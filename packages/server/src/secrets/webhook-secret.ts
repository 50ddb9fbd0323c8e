const FORM = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

/** As many as the hash has: fewer would be easier to guess than to forge, more are hashed down. */
const LEAST_BYTES = 32;

/**
 * The key that a webhook's secret stands for: `whsec_` and base64, as in the Standard Webhooks specification.
 *
 * @returns `undefined` for what is not of this form, or shorter than 32 bytes.
 */
export function webhookKey(secret: string): Buffer | undefined {
  const [, base64] = FORM.exec(secret) ?? [];
  const key = Buffer.from(base64 ?? '', 'base64');
  return key.length >= LEAST_BYTES ? key : undefined;
}
