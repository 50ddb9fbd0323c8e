import type { AccountRecoveryStrings } from './en/account-recovery.js';
import type { ActiveSessionsStrings } from './en/active-sessions.js';
import type { ActivityEventsStrings } from './en/activity-events.js';
import type { ActivityFeedStrings } from './en/activity-feed.js';
import type { ChallengeStrings } from './en/challenge.js';
import type { ChangesStrings } from './en/changes.js';
import type { CodeInputStrings } from './en/code-input.js';
import type { CodesViewStrings } from './en/codes-view.js';
import type { EnrollStrings } from './en/enroll.js';
import type { EnrollStepsStrings } from './en/enroll-steps.js';
import type { ErrorStrings } from './en/errors.js';
import type { PolicyFormStrings } from './en/policy-form.js';
import type { RecoveryCodesStrings } from './en/recovery-codes.js';
import type { PasskeyChangesStrings } from './en/passkey-changes.js';
import type { PasskeyListStrings } from './en/passkey-list.js';
import type { PasskeySignInStrings } from './en/passkey-sign-in.js';
import type { RefusalStrings } from './en/refusals.js';
import type { RememberedDevicesStrings } from './en/remembered-devices.js';
import type { RequirementStrings } from './en/requirement.js';
import type { MfaPolicyStrings } from './en/mfa-policy.js';
import type { MfaMembersStrings } from './en/mfa-members.js';
import type { MembersListStrings } from './en/members-list.js';
import type { RecoveryCasesStrings } from './en/recovery-cases.js';
import type { CasesListStrings } from './en/cases-list.js';
import type { MfaAdoptionStrings } from './en/mfa-adoption.js';
import type { AdoptionFiguresStrings } from './en/adoption-figures.js';
import type { SecurityActivityStrings } from './en/security-activity.js';
import type { WorkspaceActivityStrings } from './en/workspace-activity.js';
import type { SharedStrings } from './en/shared.js';
import type { SignInStrings } from './en/sign-in.js';
import type { StepUpStrings } from './en/step-up.js';
import type { TotpChangesStrings } from './en/totp-changes.js';
import type { TotpListStrings } from './en/totp-list.js';

/** All texts of the kit, by the feature that shows them. Each feature carries its own English; other languages come whole. */
export interface Strings {
  shared: SharedStrings;
  errors: ErrorStrings;
  refusals: RefusalStrings;
  codeInput: CodeInputStrings;
  challenge: ChallengeStrings;
  signIn: SignInStrings;
  stepUp: StepUpStrings;
  changes: ChangesStrings;
  passkeyList: PasskeyListStrings;
  passkeyChanges: PasskeyChangesStrings;
  passkeySignIn: PasskeySignInStrings;
  enroll: EnrollStrings;
  enrollSteps: EnrollStepsStrings;
  recoveryCodes: RecoveryCodesStrings;
  codesView: CodesViewStrings;
  totpList: TotpListStrings;
  totpChanges: TotpChangesStrings;
  activeSessions: ActiveSessionsStrings;
  rememberedDevices: RememberedDevicesStrings;
  securityActivity: SecurityActivityStrings;
  activityFeed: ActivityFeedStrings;
  workspaceActivity: WorkspaceActivityStrings;
  activityEvents: ActivityEventsStrings;
  mfaMembers: MfaMembersStrings;
  membersList: MembersListStrings;
  recoveryCases: RecoveryCasesStrings;
  casesList: CasesListStrings;
  mfaAdoption: MfaAdoptionStrings;
  adoptionFigures: AdoptionFiguresStrings;
  accountRecovery: AccountRecoveryStrings;
  requirement: RequirementStrings;
  mfaPolicy: MfaPolicyStrings;
  policyForm: PolicyFormStrings;
}

/** A language may leave features or single texts out; English stands in. */
export type PartialStrings = { [Feature in keyof Strings]?: Partial<Strings[Feature]> };

type Loader = () => Promise<PartialStrings>;

/** What is known of a language: its texts, later ones over earlier ones, and how to get more while they are still missing. */
interface Language {
  texts: PartialStrings[];
  loader?: Loader | undefined;
  arriving?: Promise<void> | undefined;
}

const languages = new Map<string, Language>([['en', { texts: [] }]]);
const followers = new Set<() => void>();

/**
 * Adds a language, or overrides texts of one. Elements on the page follow at once.
 *
 * @param language a BCP 47 tag, such as `fr` or `de-CH`; `en` overrides the English texts.
 * @param strings texts, or how to load them when they are first needed.
 */
export function registerLanguage(language: string, strings: PartialStrings | Loader): void {
  const tag = language.toLowerCase();
  // What the kit has of the language is not forgotten: it comes below.
  knownOf(tag);
  const known = languages.get(tag) ?? { texts: [] };
  languages.set(tag, known);
  if (typeof strings === 'function') {
    known.loader = strings;
    known.arriving = undefined;
  } else {
    known.texts.push(strings);
  }
  for (const follow of followers) follow();
}

/** Calls back whenever texts may have changed. Answers how to stop. */
export function followLanguages(follower: () => void): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}

/** A promise while texts of a language are on their way, else undefined. Never rejects: English stands in for what did not come. */
export function languageArriving(language: string): Promise<void> | undefined {
  const missing = knownOf(language).find(({ loader }) => loader);
  return missing && (missing.arriving ??= arrive(missing));
}

/**
 * The texts of one feature.
 *
 * @param language a BCP 47 tag; its region is tried first, then the language alone.
 * @param english what stands in for everything that is missing.
 */
export function stringsOf<Feature extends keyof Strings>(
  language: string,
  feature: Feature,
  english: Strings[Feature],
): Strings[Feature] {
  return knownOf(language)
    .reverse()
    .flatMap(({ texts }) => texts)
    .reduce((all, texts) => ({ ...all, ...texts[feature] }), english);
}

async function arrive(language: Language): Promise<void> {
  const { loader } = language;
  const texts = await loader?.().catch(() => undefined);
  if (language.loader !== loader) return;
  language.loader = undefined;
  // What a host overrode before the language came keeps the upper hand.
  if (texts) language.texts.unshift(texts);
}

/** What is known of `de-CH`: of `de-ch` first, then of `de`. Which languages the kit has is looked up when one is first needed: whoever reads English pays nothing for the others. */
function knownOf(tag: string): Language[] {
  const parts = tag.toLowerCase().split('-');
  const [base = ''] = parts;
  if (!languages.has(base))
    languages.set(base, { texts: [], loader: async () => (await import('./built-in.js')).textsOf(base) });
  return parts.flatMap((_, index) => languages.get(parts.slice(0, parts.length - index).join('-')) ?? []);
}
