import { MfaCodeInput, MfaProvider, MfaSignIn } from '@mfa-kit/elements/react';
import { ScriptedMfaClient } from '@mfa-kit/elements/scripted-client';
import { createElement as tag, StrictMode, type ReactElement } from 'react';

/** What the page told of itself in the browser. */
export const told: string[] = [];

/** The client of everything on the page, which no markup can carry. */
export const client = new ScriptedMfaClient();

/** The same page on the server and in the browser. */
export function page(heading: string): ReactElement {
  return tag(
    StrictMode,
    null,
    tag(
      MfaProvider,
      { client, onMfaSignedIn: () => void told.push(`signed in below ${heading}`) },
      tag(
        MfaSignIn,
        { heading, className: 'card', onMfaSignedIn: (event) => void told.push(event.type) },
        tag('a', { slot: 'lost-device', href: '/recover' }, 'Lost it?'),
      ),
      tag(MfaCodeInput, { length: 8, invalid: true }),
    ),
    tag('p', null, 'Below'),
  );
}
