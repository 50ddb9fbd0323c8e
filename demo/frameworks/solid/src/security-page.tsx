import type {} from '@mfa-kit/elements/types/solid';
import { clientFor } from '@mfa-kit/elements/client';
import { createEffect, createSignal, For, Show } from 'solid-js';

const client = clientFor('/mfa');

export function SecurityPage() {
  const [language, setLanguage] = createSignal('en');
  const [signedIn, setSignedIn] = createSignal<boolean>();
  const [heard, setHeard] = createSignal<readonly string[]>([]);

  const look = () => {
    const session = client.current;
    setSignedIn(session?.state === 'signed-in' && !session.mustEnroll);
  };
  const note = ({ type }: Event) => {
    setHeard((names) => [...names, type]);
  };
  const signOut = async () => {
    await client.signOut();
    setSignedIn(false);
  };

  createEffect(() => {
    document.documentElement.lang = language();
  });
  client.session().then(look, look);

  return (
    <>
      <div class="bar">
        <div class="field">
          <label for="language">Language</label>
          <select
            id="language"
            value={language()}
            onChange={(event) => setLanguage(event.currentTarget.value)}
          >
            <option value="en">English</option>
            <option value="de" lang="de">
              Deutsch
            </option>
          </select>
        </div>
        <Show when={signedIn()}>
          <button type="button" class="button button-quiet" onClick={signOut}>
            Sign out
          </button>
        </Show>
      </div>
      <mfa-provider
        prop:client={client}
        on:mfa-signed-in={(event) => {
          note(event);
          look();
        }}
        on:mfa-session-ended={(event) => {
          note(event);
          look();
        }}
        on:mfa-challenge-passed={note}
        on:mfa-enrolled={note}
        on:mfa-passkey-added={note}
        on:mfa-passkey-revoked={note}
        on:mfa-step-up-done={note}
      >
        <Show when={signedIn() === false}>
          <mfa-sign-in heading="Sign in to Acme Notes">
            <a slot="footer" href="/recover">
              Lost your device and your recovery codes?
            </a>
          </mfa-sign-in>
        </Show>
        <Show when={signedIn()}>
          <mfa-settings>
            <p slot="top">
              Signed in as <strong>{client.current?.user?.displayName}</strong>
            </p>
          </mfa-settings>
        </Show>
        <mfa-step-up />
      </mfa-provider>
      <section class="card heard" aria-labelledby="heard">
        <h2 id="heard">What the page heard</h2>
        <ol>
          <For each={heard()}>{(name) => <li>{name}</li>}</For>
        </ol>
      </section>
    </>
  );
}
