import type { MembersListStrings } from '../en/members-list.js';
import { plural } from '../format.js';

export const membersList: MembersListStrings = {
  status: 'Tonen',
  everybody: 'Iedereen',
  statuses: {
    none: 'Zonder tweede stap',
    totp: 'Alleen met een authenticator-app',
    passkey: 'Alleen met passkeys',
    both: 'Met passkeys en een app',
    grace: 'Nog tijd om het in te stellen',
    enforced: 'Termijn verstreken',
    exempt: 'Tijdelijk vrijgesteld',
  },
  mfa: {
    none: 'Nog geen tweede stap',
    totp: 'Authenticator-app',
    passkey: 'Passkey',
    both: 'Passkey en authenticator-app',
  },
  you: 'U',
  hasUntil: (deadline, wait) => `Heeft tot ${deadline} om dit in te stellen (${wait}).`,
  overdue: (deadline) =>
    `Had dit uiterlijk op ${deadline} moeten instellen: wat het vereist, is geblokkeerd.`,
  lastSignIn: (ago) => `Laatst ingelogd: ${ago}`,
  neverSignedIn: 'Nog niet ingelogd, voor zover bekend',
  empty: 'Deze werkruimte heeft geen leden.',
  nothingFound: 'Niemand, van alle leden.',
  nobodyYet: 'Tot nu toe niemand. Toon er meer om verder te zoeken.',
  found: (count, isAll) =>
    isAll
      ? plural('nl', count, {
          one: `${String(count)} lid getoond.`,
          other: `${String(count)} leden getoond.`,
        })
      : plural('nl', count, {
          one: `Het eerste lid wordt getoond (${String(count)}).`,
          other: `De eerste ${String(count)} leden worden getoond.`,
        }),
  showMore: 'Meer tonen',
  moreShown: (count, isAll) =>
    `${plural('nl', count, {
      one: `Nog ${String(count)} lid getoond.`,
      other: `Nog ${String(count)} leden getoond.`,
    })}${isAll ? ' Nu wordt iedereen getoond.' : ''}`,
  notYours: 'Alleen wie deze werkruimte beheert, ziet de leden.',
  working: 'Een moment…',
  reason: 'Reden',
  reasonHint: 'Die wordt met uw naam bewaard. Geen codes, geen wachtwoorden, geen gegevens over gezondheid.',
  missingReason: 'Geef een reden op. Die wordt bewaard.',

  reset: 'Resetten',
  resetHeading: (name) => `De tweede stap van ${name} resetten?`,
  resetWhat: [
    'De passkeys, authenticator-apps en herstelcodes van deze persoon worden verwijderd.',
    'De persoon wordt overal uitgelogd en diens onthouden apparaten worden vergeten.',
    'De volgende keer logt de persoon in met het wachtwoord en stelt eerst een nieuwe tweede stap in.',
    'De persoon wordt per e-mail geïnformeerd.',
  ],
  resetCheck:
    'Vergewis u er eerst van dat deze persoon er echt zelf om vraagt: persoonlijk, of door een nummer te bellen dat u kent.',
  resetConfirm: 'Nu resetten',
  wasReset: (name) => `De tweede stap van ${name} is gereset.`,
  resetMark: 'Zojuist gereset',
  oneself: 'Vraag het voor uzelf aan een andere beheerder.',

  exempt: 'Tijdelijk vrijstellen',
  exemptHeading: (name) => `${name} tijdelijk vrijstellen?`,
  exemptWhat:
    'Tot het einde van die dag wordt er voor deze persoon niets geblokkeerd vanwege een ontbrekende tweede stap. De termijn blijft staan; na die dag geldt die weer.',
  until: 'Laatste dag',
  missingUntil: 'Kies de laatste dag: na vandaag en hoogstens 90 dagen vooruit.',
  exemptConfirm: 'Vrijstellen',
  wasExempted: (name, day) => `${name} is vrijgesteld tot en met ${day}.`,
  exemptMark: (day) => `Vrijgesteld tot en met ${day}`,
};
