import type { RefusalStrings } from '../en/refusals.js';

export const refusals: RefusalStrings = {
  unavailable: 'Dit is op dit moment niet beschikbaar en er is niets gewijzigd. Probeer het zo opnieuw.',
  session_required: 'U bent uitgelogd. Log opnieuw in.',
  ending: 'Deze inlogpoging verloopt over een minuut. Hebt u meer tijd nodig, begin dan opnieuw.',
  challenge_expired: 'Het inloggen heeft te lang geduurd en is verlopen. Begin opnieuw.',
  too_many_attempts: 'Te veel pogingen. Wacht voordat u het opnieuw probeert.',
  factor_locked:
    'Deze authenticator-app is vergrendeld na te veel onjuiste codes. Log op een andere manier in en stel de app daarna opnieuw in.',
  forbidden: 'U mag dit niet doen.',
  step_up_required: 'Hiervoor moet u opnieuw bevestigen dat u het bent. Probeer het opnieuw en bevestig.',
  mfa_required: 'Hiervoor is tweestapsverificatie nodig. Stel die eerst in en probeer het dan opnieuw.',
  enrolment_required: 'Stel eerst een nieuwe manier om in te loggen in.',
  last_factor:
    'Dit is de laatste die telt, en uw rol, werkruimte of abonnement vereist er een. Voeg eerst een andere toe en verwijder daarna deze.',
  conflict: 'Tegelijkertijd is er iets anders gewijzigd. Probeer het opnieuw.',
  factor_limit: 'U hebt de limiet bereikt. Verwijder er een die u niet meer gebruikt en probeer het opnieuw.',
  expired: 'Dit heeft te lang geduurd en is verlopen. Begin opnieuw.',
  not_found: 'Dit bestaat niet meer. Laad de pagina opnieuw om de huidige stand te zien.',
  validation_failed: 'Er klopt iets niet in dit formulier. Controleer het en probeer het opnieuw.',
  insecure: 'Passkeys vereisen een veilig adres dat begint met https.',
  'not-supported': 'Deze browser, dit apparaat of deze sleutel ondersteunt geen passkeys.',
  framed:
    'Passkeys kunnen niet binnen een andere pagina worden gebruikt. Open deze pagina in een eigen tabblad.',
  cancelled: 'De passkey is niet bevestigd. U kunt het opnieuw proberen.',
  'timed-out': 'Dat duurde te lang. U kunt het opnieuw proberen.',
  'already-registered': 'Dit apparaat of deze sleutel heeft al een passkey voor uw account.',
  already_registered: 'Deze passkey hoort al bij een account.',
  'wrong-origin': 'Uw passkey hoort niet bij dit adres. Controleer het adres van de pagina.',
  unknown: 'Het apparaat kon de passkey niet gebruiken. Probeer het opnieuw of kies een andere manier.',
  passkey_rejected: 'Deze passkey is niet geaccepteerd. Probeer het opnieuw of kies een andere manier.',
  forgotten:
    'Deze passkey werkt hier niet meer; waarschijnlijk is die verwijderd. Log op een andere manier in en verwijder de passkey uit uw wachtwoordbeheerder.',
  'missing-totp': 'Voer alle zes cijfers in.',
  'missing-recovery-code': 'Voer een herstelcode in.',
  'missing-password': 'Voer uw wachtwoord in.',
  'wrong-totp': 'Die code klopt niet. Wacht op een nieuwe code in uw app en probeer het opnieuw.',
  'wrong-recovery-code':
    'Die herstelcode klopt niet of is al gebruikt. Controleer de code of neem een andere.',
  'wrong-password': 'Dat wachtwoord klopt niet. Probeer het opnieuw.',
  'missing-login': 'Voer uw e-mailadres in.',
  'wrong-credentials':
    'Gebruikersnaam en wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.',
  'passkey-in-vain': 'Lukt het niet? Bevestig op een andere manier:',
  'locked-out':
    'Uw authenticator-app is vergrendeld na te veel onjuiste codes en er is niets anders ingesteld om mee te bevestigen. Ga te werk alsof u uw apparaat kwijt bent.',
  'locked-codes':
    'Uw herstelcodes zijn vergrendeld na te veel onjuiste codes. Log op een andere manier in en maak daarna nieuwe.',
  waited: 'U kunt het nu opnieuw proberen.',
  blocked: (date) =>
    `Hiervoor is tweestapsverificatie nodig en het is sinds ${date} geblokkeerd. Stel die in en probeer het dan opnieuw.`,
  blockedForPasskey: (date) =>
    `Hiervoor is een passkey nodig en het is sinds ${date} geblokkeerd. Voeg er een toe en probeer het dan opnieuw.`,
  waiting: (wait) => `Te veel pogingen. U kunt het over ${wait} opnieuw proberen.`,
};
