/** Colons part issuer from account in the label, and control characters have no place in either. */
const labelPart = (text: string): string => encodeURIComponent(text.replace(/[:\p{Cc}\p{Cf}]/gu, '').trim());

/**
 * What an authenticator app scans: `otpauth://totp/Issuer:account?secret=…` (rule K5). The issuer stands in both places, since some apps
 * read only one; spaces are `%20`, since some apps show a `+`.
 *
 * @param issuer The service's name.
 * @param account What the person signs in with.
 * @param secret Base32, no padding.
 */
export function otpauthUri(issuer: string, account: string, secret: string): string {
  const name = labelPart(issuer);
  return `otpauth://totp/${name}:${labelPart(account)}?secret=${secret}&issuer=${name}&algorithm=SHA1&digits=6&period=30`;
}
