import type { Page } from 'playwright-core';
import { elementOf, shownBy, type Story } from './story.ts';

/** In milliseconds: longer than a story takes to come to rest after it was played. */
const PATIENCE = 30_000;

interface Shown {
  readonly states: readonly string[];
  readonly codes: readonly string[];
  readonly methods: readonly string[];
}

/** What a page calls the methods, in English and German. */
const words: Readonly<Record<string, string>> = {
  passkey: 'passkey',
  totp: 'authenticator app|authenticator-app|six digits|code',
  'recovery-code': 'recovery code|wiederherstellungscode',
  password: 'password|passwort',
  'remembered-device': 'remember|this device|gerät',
  'account-recovery': 'recover|lost|back in',
};

/**
 * Holds what a story says that it shows against what it does show when it was played: the states of its element, all of them and no others;
 * the codes of what was refused; the names of methods on the page.
 *
 * @returns problems in words; none where the story tells the truth
 */
export async function contradictions(page: Page, story: Story): Promise<string[]> {
  const element = elementOf(story);
  if (element === undefined) return [];
  const wanted: Shown = {
    states: [...shownBy(story, 'state')].sort(),
    codes: shownBy(story, 'code'),
    methods: shownBy(story, 'method'),
  };
  const until = Date.now() + PATIENCE;
  for (;;) {
    const problems = differencesOf(wanted, await page.evaluate(look, { element, words }));
    if (problems.length === 0 || Date.now() > until) return problems;
    await page.waitForTimeout(50);
  }
}

function differencesOf(wanted: Shown, seen: Shown): string[] {
  const problems: string[] = [];
  if (wanted.states.join() !== seen.states.join()) {
    problems.push(
      `says that it shows the states [${wanted.states.join(', ')}], and shows [${seen.states.join(', ')}]`,
    );
  }
  for (const kind of ['codes', 'methods'] as const) {
    const missing = wanted[kind].filter((name) => !seen[kind].includes(name));
    if (missing.length > 0)
      problems.push(`says that it shows the ${kind} ${missing.join(', ')}, and does not`);
  }
  return problems;
}

/** Runs in the page. */
function look({ element, words }: { element: string; words: Readonly<Record<string, string>> }): Shown {
  const all = ['complete', 'empty', 'error', 'invalid', 'loading', 'locked', 'prompting', 'verifying'];
  const found = document.querySelector(`#storybook-root ${element}`);
  const textOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    const inside = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes];
    return inside.map(textOf).join(' ');
  };
  const text = found ? textOf(found).toLowerCase() : '';
  const { refusals = [] } = (found as { mfa?: { refusals?: readonly string[] } } | null)?.mfa ?? {};
  return {
    states: all.filter((state) => found?.matches(`:state(${state})`)),
    codes: refusals,
    methods: Object.entries(words).flatMap(([method, word]) => (new RegExp(word).test(text) ? [method] : [])),
  };
}
