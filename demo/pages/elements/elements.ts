import '@mfa-kit/elements/define';
import * as events from '@mfa-kit/elements/events';
import '../shell/account-menu.ts';
import { required, requiredOf } from '../shell/required.ts';
import { SPECIMENS, type Specimen } from './specimens.ts';

const EVENT_NAMES = Object.values(events).map(({ eventName }) => eventName);

const stage = required('[data-specimens]');
const index = required('[data-index]');
const template = requiredOf(HTMLTemplateElement, '#specimen');
const looks = requiredOf(HTMLFormElement, '[data-looks]');
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

function show(specimen: Specimen): DocumentFragment {
  const section = template.content.cloneNode(true) as DocumentFragment;
  const place = required('[data-stage]', section);
  const log = required('[data-events]', section);
  const none = required('[data-none]', section);
  const again = required('[data-again]', section);
  required('[data-specimen]', section).id = specimen.tag;
  required('[data-tag]', section).textContent = `<${specimen.tag}>`;
  required('[data-about]', section).textContent = specimen.about;
  again.setAttribute('aria-label', `Start ${specimen.tag} again`);

  for (const name of EVENT_NAMES) {
    // While capturing, those that do not bubble come by as well.
    place.addEventListener(
      name,
      () => {
        none.hidden = true;
        log.prepend(logEntry(name));
      },
      { capture: true },
    );
  }

  function start(): void {
    log.replaceChildren();
    none.hidden = false;
    place.replaceChildren(...specimen.make());
  }

  again.addEventListener('click', start);
  start();
  return section;
}

function logEntry(name: string): HTMLLIElement {
  const entry = document.createElement('li');
  const time = Object.assign(document.createElement('time'), { textContent: clock.format(new Date()) });
  entry.append(name, ' ', time);
  return entry;
}

/** Written from right to left, of those that the kit speaks. */
const RIGHT_TO_LEFT = new Set(['ar', 'he']);

looks.addEventListener('change', () => {
  const chosen = Object.fromEntries(new FormData(looks)) as Record<string, string>;
  const { theme, scheme, language = 'en' } = chosen;
  const ownDirection = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
  const page = document.documentElement;
  page.dataset['theme'] = scheme;
  if (theme) page.dataset['looks'] = theme;
  else delete page.dataset['looks'];
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('[data-sheet]'))
    sheet.disabled = sheet.dataset['sheet'] !== theme;
  for (const place of stage.querySelectorAll<HTMLElement>('[data-stage]')) {
    place.lang = language;
    place.dir = chosen['direction'] === '' ? ownDirection : (chosen['direction'] ?? ownDirection);
  }
});

function linkTo({ tag }: Specimen): HTMLLIElement {
  const entry = document.createElement('li');
  entry.append(Object.assign(document.createElement('a'), { href: `#${tag}`, textContent: tag }));
  return entry;
}

index.append(...SPECIMENS.map(linkTo));
stage.append(...SPECIMENS.map(show));
// The address may name an element that was not there when the browser looked for it.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
