import type { OtpAccount } from '../../shared/otpauth.ts';
import { currentCode } from '../../shared/totp.ts';
import { required, requiredOf } from '../shell/required.ts';
import { keptAccounts, removeAccount } from './kept-accounts.ts';

const TICK_MILLISECONDS = 250;

/** The list of accounts with their ticking codes. @returns what draws it anew after a change. */
export function accountCards(now: () => number): () => void {
  const list = required('[data-accounts]');
  const template = requiredOf(HTMLTemplateElement, '#account');
  let ticks: (() => Promise<void>)[] = [];

  function card(account: OtpAccount): DocumentFragment {
    const item = template.content.cloneNode(true) as DocumentFragment;
    const code = required('[data-code]', item);
    const progress = requiredOf(HTMLProgressElement, '[data-progress]', item);
    const seconds = required('[data-seconds]', item);
    const copy = required('[data-copy]', item);
    const remove = required('[data-remove]', item);
    const name = account.account || 'Account';
    required('[data-issuer]', item).textContent = account.issuer || 'Authenticator';
    required('[data-account]', item).textContent = account.account;
    copy.setAttribute('aria-label', `Copy the code of ${name}`);
    remove.setAttribute('aria-label', `Remove ${name}`);

    copy.addEventListener('click', () => {
      currentCode(account, now())
        .then((current) => navigator.clipboard.writeText(current.code))
        .then(
          () => (copy.textContent = 'Copied'),
          () => (copy.textContent = 'Not copied'),
        )
        .catch(() => undefined);
    });
    remove.addEventListener('click', () => {
      removeAccount(account);
      draw();
    });

    ticks.push(async () => {
      const current = await currentCode(account, now());
      const grouped = `${current.code.slice(0, 3)} ${current.code.slice(3)}`;
      if (code.textContent !== grouped) {
        code.textContent = grouped;
        copy.textContent = 'Copy';
      }
      progress.value = 1 - current.elapsed;
      seconds.textContent = String(current.secondsLeft);
    });
    return item;
  }

  function tick(): void {
    Promise.all(ticks.map((one) => one())).catch((error: unknown) => {
      console.error(error);
    });
  }

  function draw(): void {
    ticks = [];
    const accounts = keptAccounts();
    list.replaceChildren(...accounts.map(card));
    required('[data-empty]').hidden = accounts.length > 0;
    tick();
  }

  draw();
  setInterval(tick, TICK_MILLISECONDS);
  return draw;
}
