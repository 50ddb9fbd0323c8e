import type { Page } from 'playwright-core';

/** What Storybook tells when a story has been rendered, played and examined. */
interface Finished {
  readonly status: 'success' | 'error';
  readonly reporters: readonly Report[];
}

interface Report {
  readonly type: string;
  readonly status: 'passed' | 'warning' | 'failed';
  readonly result?: { readonly violations?: readonly Violation[]; readonly error?: unknown };
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

interface Channel {
  emit(event: string, parameters: unknown): void;
  on(event: string, listener: (...parameters: unknown[]) => void): void;
}

declare global {
  interface Window {
    storyFinished?: Finished;
    storyErrors: string[];
    __STORYBOOK_ADDONS_CHANNEL__?: Channel;
  }
}

/** How stories are shown. */
export interface Showing {
  /** Address in which Storybook shows stories. */
  readonly frame: string;
  /** By axe. */
  readonly isExamined: boolean;
}

/** Longer than any story takes, on a machine with other things to do. */
const patience = 60_000;

/**
 * Makes a page note what Storybook tells. Has to be done once, before the page opens its first story.
 *
 * @param page the page that will show stories
 */
export async function listenToStorybook(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.storyErrors = [];
    let channel: Channel | undefined;
    const tell = (...parts: unknown[]): void => {
      const texts = parts.flat().map((part) => {
        const { message, description } = part as { message?: string; description?: string };
        return message ?? description ?? JSON.stringify(part);
      });
      window.storyErrors.push(texts.join(' '));
    };
    // A story may end before anything outside of the page could ask for the channel: it is met where it is made.
    Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set: (made: Channel) => {
        channel = made;
        made.on('storyFinished', (finished) => (window.storyFinished = finished as Finished));
        made.on('playFunctionThrewException', tell);
        made.on('unhandledErrorsWhilePlaying', tell);
        made.on('storyThrewException', tell);
        made.on('storyErrored', tell);
        made.on('storyMissing', (id) => {
          tell({ message: `There is no story ${String(id)}.` });
          window.storyFinished = { status: 'error', reporters: [] };
        });
      },
    });
  });
}

/**
 * Loads Storybook with one story, waits until it has been played, and says what was wrong.
 *
 * @param page a page that listens to Storybook
 * @returns problems in words; none for a good story
 */
export function openStory(page: Page, showing: Showing, id: string): Promise<string[]> {
  const { frame, isExamined } = showing;
  const globals = isExamined ? '' : '&globals=a11y.manual:!true';
  return problemsOf(page, showing, () =>
    page.goto(`${frame}?id=${id}&viewMode=story${globals}`, { timeout: patience }),
  );
}

/**
 * Goes on to another story as people do who click through Storybook, which loads nothing anew: a story must not depend on what was shown
 * before it.
 *
 * @param page a page in which a story was opened
 * @param showing as it was opened
 * @returns as `openStory` does
 */
export function goToStory(page: Page, showing: Showing, id: string): Promise<string[]> {
  return problemsOf(page, showing, () =>
    page.evaluate((storyId) => {
      delete window.storyFinished;
      window.storyErrors.length = 0;
      // What a person put off, or a page kept for later, is theirs; each story has somebody of its own.
      sessionStorage.clear();
      localStorage.clear();
      window.__STORYBOOK_ADDONS_CHANNEL__?.emit('setCurrentStory', { storyId, viewMode: 'story' });
    }, id),
  );
}

async function problemsOf(
  page: Page,
  { isExamined }: Showing,
  show: () => Promise<unknown>,
): Promise<string[]> {
  const problems: string[] = [];
  const note = (error: Error): void => void problems.push(`uncaught: ${error.message}`);
  page.on('pageerror', note);
  try {
    await show();
    await page.waitForFunction(() => window.storyFinished !== undefined, undefined, { timeout: patience });
    const { finished, errors } = await page.evaluate(() => ({
      finished: window.storyFinished,
      errors: window.storyErrors,
    }));
    // After an error Storybook does not ask axe any more.
    problems.push(...errors);
    if (problems.length === 0 && isExamined)
      problems.push(...accessibilityProblems(finished?.reporters ?? []));
    if (finished?.status !== 'success' && problems.length === 0) problems.push('failed without a reason');
  } catch (error) {
    problems.push(describe(error));
  } finally {
    page.off('pageerror', note);
  }
  return problems;
}

function accessibilityProblems(reports: readonly Report[]): string[] {
  const report = reports.find(({ type }) => type === 'a11y');
  // A story that switches axe off, or an addon that is gone, must not look like a story without violations.
  if (report === undefined) return ['axe did not examine it'];
  if (report.result?.error !== undefined)
    return [`axe could not examine it: ${describe(report.result.error)}`];
  return (report.result?.violations ?? []).map(({ id, help, nodes }) => {
    const places = nodes.map(({ html }) => `\n    ${html.slice(0, 200)}`);
    return `axe ${id}: ${help}${places.join('')}`;
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error);
}
