/** @jsxImportSource react */
import type {} from '@mfa-kit/elements/types/react';
import { clientFor } from '@mfa-kit/elements/client';
import type { MfaPasskeyRevokedEvent } from '@mfa-kit/elements/events';
import type { MfaSignIn } from '@mfa-kit/elements/mfa-sign-in';
import { createRef } from 'react';

const signIn = createRef<MfaSignIn>();

/** What a page in React may write. */
export const allowed = (
  <mfa-provider base-url="/mfa" onmfa-signed-in={(event) => void event.composedPath()}>
    <mfa-sign-in
      ref={signIn}
      heading="Welcome"
      client={clientFor('/mfa')}
      className="card"
      onmfa-signed-in={() => undefined}
      onClick={(event) => void event.currentTarget.language}
    >
      <a slot="lost-device" href="/recover">
        Lost it?
      </a>
    </mfa-sign-in>
    <mfa-challenge immediate key="one" />
    <mfa-code-input length={8} label="Code" />
    <mfa-settings onmfa-passkey-revoked={(event: MfaPasskeyRevokedEvent) => void event.type} />
  </mfa-provider>
);

export const refused = (
  <>
    {/* @ts-expect-error there is no such tag */}
    <mfa-sing-in />
    {/* @ts-expect-error there is no such property */}
    <mfa-sign-in headline="Welcome" />
    {/* @ts-expect-error a heading is text */}
    <mfa-sign-in heading={4} />
    {/* @ts-expect-error a client is no address */}
    <mfa-sign-in client="/mfa" />
    {/* @ts-expect-error its event carries no code */}
    <mfa-code-input onmfa-code-complete={(event) => event.code} />
    {/* @ts-expect-error a length is a number */}
    <mfa-code-input length="many" />
    {/* @ts-expect-error whether somebody is signed in is the server's to say */}
    <mfa-provider session={{ state: 'signed-in' }} />
  </>
);
