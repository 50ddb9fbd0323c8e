/** @jsxImportSource solid-js */
import type {} from '@mfa-kit/elements/types/solid';
import { clientFor } from '@mfa-kit/elements/client';
import type { MfaPasskeyRevokedEvent } from '@mfa-kit/elements/events';
import type { MfaSignIn } from '@mfa-kit/elements/mfa-sign-in';

let signIn: MfaSignIn | undefined;

/** What a page in Solid may write. */
export const allowed = (
  <mfa-provider base-url="/mfa" on:mfa-signed-in={(event) => void event.composedPath()}>
    <mfa-sign-in
      ref={(element) => (signIn = element)}
      heading="Welcome"
      prop:client={clientFor('/mfa')}
      class="card"
      on:mfa-signed-in={() => signIn?.focus()}
    >
      <a slot="lost-device" href="/recover">
        Lost it?
      </a>
    </mfa-sign-in>
    <mfa-challenge prop:immediate={true} />
    <mfa-code-input length={8} label="Code" />
    <mfa-settings on:mfa-passkey-revoked={(event: MfaPasskeyRevokedEvent) => void event.type} />
  </mfa-provider>
);

export const refused = (
  <>
    {/* @ts-expect-error there is no such tag */}
    <mfa-sing-in />
    {/* @ts-expect-error there is no such property */}
    <mfa-sign-in prop:headline="Welcome" />
    {/* @ts-expect-error a heading is text */}
    <mfa-sign-in heading={4} />
    {/* @ts-expect-error a client is no address */}
    <mfa-sign-in prop:client="/mfa" />
    {/* @ts-expect-error its event carries no code */}
    <mfa-code-input on:mfa-code-complete={(event) => event.code} />
  </>
);
