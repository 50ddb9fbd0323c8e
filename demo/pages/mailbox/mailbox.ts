import '../shell/account-menu.ts';
import { required, requiredOf } from '../shell/required.ts';
import { linked } from './linked.ts';

interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  at: string;
}

const REFRESH_MILLISECONDS = 3_000;

const list = required('[data-mails]');
const template = requiredOf(HTMLTemplateElement, '#mail');
const recipient = requiredOf(HTMLInputElement, '#recipient');
const reading = required('[data-mail]');
const subject = required('[data-subject]');
const at = requiredOf(HTMLTimeElement, '[data-at]');
const html = requiredOf(HTMLIFrameElement, '[data-html]');
const text = required('[data-text]');
const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

let shown = '';
let open: string | undefined;

function mailItem(mail: Mail): DocumentFragment {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const button = requiredOf(HTMLButtonElement, 'button', item);
  button.dataset['id'] = mail.id;
  button.setAttribute('aria-current', String(mail.id === open));
  required('strong', item).textContent = mail.subject;
  required('[data-who]', item).textContent = mail.to;
  requiredOf(HTMLTimeElement, 'time', item).dateTime = mail.at;
  required('time', item).textContent = time.format(new Date(mail.at));
  button.addEventListener('click', () => {
    read(mail);
  });
  return item;
}

function read(mail: Mail): void {
  open = mail.id;
  for (const button of list.querySelectorAll<HTMLElement>('button')) {
    button.setAttribute('aria-current', String(button.dataset['id'] === mail.id));
  }
  subject.textContent = mail.subject;
  required('[data-to]').textContent = mail.to;
  at.dateTime = mail.at;
  at.textContent = time.format(new Date(mail.at));
  // A document of its own without scripts and with its own policy; its HTML never becomes part of this page.
  html.src = `/demo/mailbox/${encodeURIComponent(mail.id)}`;
  text.replaceChildren(...linked(mail.text));
  reading.hidden = false;
  required('[data-hint]').hidden = true;
  subject.focus();
}

async function refresh(): Promise<void> {
  const asked = recipient.value;
  const query = asked ? `?${new URLSearchParams({ to: asked }).toString()}` : '';
  const response = await fetch(`/demo/mailbox${query}`);
  if (!response.ok) return;
  const mails = ((await response.json()) as Mail[]).reverse();
  // Another answer is on its way, and may have come before this one.
  if (asked !== recipient.value) return;
  const now = JSON.stringify([asked, mails.map(({ id }) => id)]);
  // Unchanged mail stays untouched, so that nobody loses the button under their finger.
  if (now === shown) return;
  shown = now;
  list.replaceChildren(...mails.map(mailItem));
  required('[data-empty]').hidden = mails.length > 0;
  required('[data-hint]').hidden = mails.length === 0 || open !== undefined;
  suggest(mails);
}

function suggest(mails: Mail[]): void {
  if (recipient.value) return;
  const people = [...new Set(mails.map(({ to }) => to))].sort();
  required('#recipients').replaceChildren(
    ...people.map((address) => Object.assign(document.createElement('option'), { value: address })),
  );
}

/** A server that is away for a moment is asked again at the next turn. */
function refreshQuietly(): void {
  refresh().catch(() => undefined);
}

for (const choice of document.querySelectorAll<HTMLButtonElement>('[data-view]')) {
  choice.addEventListener('click', () => {
    for (const other of document.querySelectorAll('[data-view]'))
      other.setAttribute('aria-pressed', String(other === choice));
    html.hidden = choice.dataset['view'] !== 'html';
    text.hidden = choice.dataset['view'] !== 'text';
  });
}
recipient.addEventListener('input', refreshQuietly);
required('[data-search]').addEventListener('submit', (event) => {
  event.preventDefault();
  refreshQuietly();
});
refreshQuietly();
setInterval(refreshQuietly, REFRESH_MILLISECONDS);
