import type { MfaElement } from '../foundation/mfa-element.js';
import { timing } from '../foundation/timing.js';
import { requirement as english, type RequirementStrings } from '../languages/en/requirement.js';
import { formatDate, formatList, formatter, formatTime } from '../languages/format.js';
import type { Asked, Demand } from './asked.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const UNITS = [
  ['day', DAY],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

/**
 * How long there is still time, in one unit, such as "12 days" or "36 hours": told calmly, and never more than there is. Empty within the
 * last minutes.
 *
 * @param milliseconds to go.
 */
function formatTimeLeft(language: string, milliseconds: number): string {
  const [unit, size] = UNITS.find(([, each]) => milliseconds >= 2 * each) ?? [];
  if (!unit) return '';
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return formatter((tag) => new Intl.NumberFormat(tag, style), language).format(
    Math.floor(milliseconds / size),
  );
}

export interface RequirementWords {
  title: string;
  /** Why it is asked. */
  why: string;
  /** Until when there is time, or since when what is blocked. */
  when: string;
  /** On the button that leads to it. */
  lead: string;
}

/** What is asked of a person, why and until when, in the language of an element. */
export function wordsFor(element: MfaElement, asked: Asked): RequirementWords {
  const texts = element.strings('requirement', english);
  if ('reasons' in asked) return demanded(element, texts, asked);
  const { what } = asked;
  const { recoveryCodesRemaining } = element.mfa.current ?? {};
  const few = recoveryCodesRemaining ? texts.codesLeft(recoveryCodesRemaining) : texts.noCodesLeft;
  const left = what === 'few-recovery-codes' && recoveryCodesRemaining !== undefined ? few : '';
  const leads: Readonly<Record<string, string>> = {
    'set-up-after-incident': texts.setUp,
    'add-second-passkey': texts.addPasskey,
  };
  return {
    title: texts.nudge[what] ?? '',
    why: [left, texts.nudgeWhy[what]].filter(Boolean).join(' '),
    when: '',
    lead: leads[what] ?? texts.toCodes,
  };
}

function demanded(
  { language }: MfaElement,
  texts: RequirementStrings,
  { what, reasons, deadline, isForPasskey }: Demand,
): RequirementWords {
  const named = reasons.flatMap((reason) => texts.reasons[reason] ?? []);
  const why = named.length ? texts.why(formatList(language, named)) : '';
  const common = {
    why: [why, isForPasskey ? texts.whyPasskey : ''].filter(Boolean).join(' '),
    lead: isForPasskey ? texts.addPasskey : texts.setUp,
  };
  if (what === 'recommended')
    return { ...common, title: texts.recommended, why: texts.recommendedWhy, when: '' };
  if (what === 'grace' && deadline) {
    const left = Date.parse(deadline) - timing.now();
    const time = formatTimeLeft(language, left);
    // The last day begins at some hour.
    const date = (left < 2 * DAY ? formatTime : formatDate)(language, deadline);
    return {
      ...common,
      title: isForPasskey ? texts.passkeyGrace(date) : texts.grace(date),
      when: time ? texts.left(time) : '',
    };
  }
  return {
    ...common,
    title: isForPasskey ? texts.passkeyEnforced : texts.enforced,
    when: deadline ? texts.blockedSince(formatDate(language, deadline)) : texts.blocked,
  };
}
