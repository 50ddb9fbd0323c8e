import { clientFor } from '@mfa-kit/elements/client';
import { MfaProvider, MfaSettings, MfaSignIn, MfaStepUp } from '@mfa-kit/elements/react';
import { useEffect, useState } from 'react';

const client = clientFor('/mfa');

export function SecurityPage() {
  const [language, setLanguage] = useState('en');
  const [signedIn, setSignedIn] = useState<boolean>();
  const [heard, setHeard] = useState<readonly string[]>([]);

  const look = () => {
    const session = client.current;
    setSignedIn(session?.state === 'signed-in' && !session.mustEnroll);
  };
  const note = ({ type }: Event) => setHeard((names) => [...names, type]);
  const signOut = async () => {
    await client.signOut();
    setSignedIn(false);
  };

  useEffect(() => {
    client.session().then(look, look);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <>
      <div className="bar">
        <div className="field">
          <label htmlFor="language">Language</label>
          <select id="language" value={language} onChange={(event) => setLanguage(event.target.value)}>
            <option value="en">English</option>
            <option value="de" lang="de">
              Deutsch
            </option>
          </select>
        </div>
        {signedIn && (
          <button type="button" className="button button-quiet" onClick={signOut}>
            Sign out
          </button>
        )}
      </div>
      <MfaProvider
        client={client}
        onMfaSignedIn={(event) => {
          note(event);
          look();
        }}
        onMfaSessionEnded={(event) => {
          note(event);
          look();
        }}
        onMfaChallengePassed={note}
        onMfaEnrolled={note}
        onMfaPasskeyAdded={note}
        onMfaPasskeyRevoked={note}
        onMfaStepUpDone={note}
      >
        {signedIn === false && (
          <MfaSignIn heading="Sign in to Acme Notes">
            <a slot="footer" href="/recover">
              Lost your device and your recovery codes?
            </a>
          </MfaSignIn>
        )}
        {signedIn && (
          <MfaSettings>
            <p slot="top">
              Signed in as <strong>{client.current?.user?.displayName}</strong>
            </p>
          </MfaSettings>
        )}
        <MfaStepUp />
      </MfaProvider>
      <section className="card heard" aria-labelledby="heard">
        <h2 id="heard">What the page heard</h2>
        <ol>
          {heard.map((name, index) => (
            <li key={index}>{name}</li>
          ))}
        </ol>
      </section>
    </>
  );
}
