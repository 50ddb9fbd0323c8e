import { action } from 'storybook/actions';
import { elements, eventsOf } from './manifest.js';

/** Logs each event that elements tell a page of, under its name, with who told it and what it carries. */
export function logEvents(): void {
  const names = new Set(elements.flatMap((element) => eventsOf(element).map(({ name }) => name)));
  for (const name of names) {
    const log = action(name);
    // Those that do not bubble pass here on their way down.
    addEventListener(
      name,
      (event) => {
        log({ from: `<${nameOf(event.target)}>`, ...carriedBy(event) });
      },
      { capture: true },
    );
  }
}

function nameOf(target: EventTarget | null): string {
  return target instanceof Element ? target.localName : 'page';
}

function carriedBy(event: Event): Record<string, unknown> {
  return Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'isTrusted'));
}
