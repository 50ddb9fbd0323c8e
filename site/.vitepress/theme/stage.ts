import '@mfa-kit/elements/define';
import { refused, ScriptedMfaClient, signedIn, type Script } from '@mfa-kit/elements/scripted-client';

/** Scripts by name, for what shows something special; all others play what is believable. */
const SCRIPTS: Readonly<Record<string, Script>> = {
  refused: {
    challengeTotp: [refused('invalid_code'), refused('too_many_attempts', { retryAfter: 540 })],
  },
};

/** What is seen by somebody who has not signed in yet. */
const BEFORE_SIGN_IN: ReadonlySet<string> = new Set([
  'mfa-sign-in',
  'mfa-challenge',
  'passkey-sign-in',
  'account-recovery',
]);

/** What the kit speaks, and in which direction where it is not from the left. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ja', 'zh', 'ar', 'he'] as const;
const FROM_THE_RIGHT: ReadonlySet<string> = new Set(['ar', 'he']);

/** Shows an element on a stage of the page, with what changes its language, and what begins anew. */
export function play(stage: HTMLElement, tag: string, script: string): void {
  const scene = document.createElement('div');
  const begin = (): void => {
    const provider = document.createElement('mfa-provider');
    const session = BEFORE_SIGN_IN.has(tag) ? {} : { session: signedIn };
    provider.client = new ScriptedMfaClient({ ...session, ...SCRIPTS[script] });
    provider.append(document.createElement(tag), document.createElement('mfa-step-up'));
    scene.replaceChildren(provider);
  };
  const controls = document.createElement('div');
  controls.className = 'live-controls';
  controls.append(
    languageMenu((language) => {
      scene.lang = language;
      scene.dir = FROM_THE_RIGHT.has(language) ? 'rtl' : 'ltr';
    }),
    button('Start again', begin),
  );
  stage.replaceChildren(scene, controls);
  begin();
}

function languageMenu(choose: (language: string) => void): HTMLElement {
  const menu = document.createElement('select');
  menu.ariaLabel = 'Language';
  for (const language of LANGUAGES) {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language);
    menu.add(new Option(name, language));
  }
  menu.addEventListener('change', () => choose(menu.value));
  return menu;
}

function button(name: string, act: () => void): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = name;
  made.addEventListener('click', act);
  return made;
}
