import { z } from 'zod';

/** Base64url without padding. The bound is generous: an attestation with certificates is a few kilobytes. */
const bytes = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(most);

/** 1023 bytes are what the specification allows (rule W3); longer ones reach the check, so that it can say why. */
const credentialId = bytes(2_048);

const common = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().nullish(),
  clientExtensionResults: z.record(z.string(), z.unknown()),
};

/** What a browser sends after making a passkey. Browsers add to it, and not only strings, so it is read loosely. */
export const registrationResponse = z.looseObject({
  ...common,
  response: z.looseObject({
    clientDataJSON: bytes(8_192),
    attestationObject: bytes(40_000),
    transports: z.array(z.string().max(32)).max(10).optional(),
  }),
});
export type RegistrationResponse = z.infer<typeof registrationResponse>;

/** What a browser sends after using a passkey. */
export const assertionResponse = z.looseObject({
  ...common,
  response: z.looseObject({
    clientDataJSON: bytes(8_192),
    authenticatorData: bytes(8_192),
    signature: bytes(4_096),
    userHandle: bytes(128).nullish(),
  }),
});
export type AssertionResponse = z.infer<typeof assertionResponse>;

const clientData = z.looseObject({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
  topOrigin: z.string().optional(),
});
export type ClientData = z.infer<typeof clientData>;

/** Reads what the browser signed; `undefined` when it is not what a browser writes. */
export function readClientData(clientDataJSON: string): ClientData | undefined {
  try {
    return clientData.safeParse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}
