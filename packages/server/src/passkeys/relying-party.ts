/** Who the browser makes passkeys for, and which pages may use them. */
export interface RelyingParty {
  /** The RP ID: a domain that is the public URL's host or a parent of it. Passkeys are bound to it for good. */
  readonly id: string;
  readonly name: string;
  /** Every origin that may answer a ceremony; the public URL's is the first. */
  readonly origins: readonly string[];
  /** Pages in whose frames the application may be shown and still use passkeys; none by default (rule W3). */
  readonly topOrigins: readonly string[];
  /** What a counter that went back or stood still leads to (rule W6). */
  readonly counterAnomalies: 'refuse-device-bound' | 'refuse-all';
}

/** One constant for what is offered and what is accepted (rule W5): EdDSA, ES256, RS256. */
export const ALGORITHMS: readonly number[] = [-8, -7, -257];

/** Milliseconds; how long a browser shows its prompt, and how long a challenge lives (rules W1, W5). */
export const CEREMONY_LIFETIME = 300_000;
