import '@mfa-kit/elements/define';
import * as events from '@mfa-kit/elements/events';
import '../shell/account-menu.ts';
import { required, requiredOf } from '../shell/required.ts';
import { SPECIMENS, type Specimen } from './specimens.ts';

const EVENT_NAMES = Object.values(events).map(({ eventName }) => eventName);

const stage = required('[data-specimens]');
const template = requiredOf(HTMLTemplateElement, '#specimen');
const looks = requiredOf(HTMLFormElement, '[data-looks]');
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

function show(specimen: Specimen): DocumentFragment {
  const section = template.content.cloneNode(true) as DocumentFragment;
  const place = required('[data-stage]', section);
  const log = required('[data-events]', section);
  const none = required('[data-none]', section);
  const again = required('[data-again]', section);
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

looks.addEventListener('change', () => {
  const { theme, direction, language } = Object.fromEntries(new FormData(looks)) as Record<string, string>;
  document.documentElement.dataset['theme'] = theme;
  for (const place of stage.querySelectorAll<HTMLElement>('[data-stage]')) {
    place.dir = direction ?? 'ltr';
    place.lang = language ?? 'en';
  }
});

stage.append(...SPECIMENS.map(show));
