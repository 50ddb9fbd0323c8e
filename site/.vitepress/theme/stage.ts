import '@mfa-kit/elements/define';
import { refused, ScriptedMfaClient, type Script } from '@mfa-kit/elements/scripted-client';

/** Scripts by name, for what shows something special; all others play what is believable. */
const SCRIPTS: Readonly<Record<string, Script>> = {
  refused: {
    challengeTotp: [refused('invalid_code'), refused('too_many_attempts', { retryAfter: 540 })],
  },
};

/** Shows an element on a stage of the page. */
export function play(stage: HTMLElement, tag: string, script: string): void {
  const provider = document.createElement('mfa-provider');
  provider.client = new ScriptedMfaClient(SCRIPTS[script]);
  const element = document.createElement(tag);
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'live-again';
  again.textContent = 'Start again';
  again.addEventListener('click', () => play(stage, tag, script));
  provider.append(element, document.createElement('mfa-step-up'));
  stage.replaceChildren(provider, again);
}
