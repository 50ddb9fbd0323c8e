import { render, type TemplateResult } from 'lit';
import { rest } from './surroundings.js';

/** Puts a page in place of the last one: a link before what is tried, what is tried, and a link behind it. Answers the first element. */
export async function openPage(content: TemplateResult): Promise<HTMLElement> {
  sessionStorage.clear();
  const main = document.createElement('main');
  const top = Object.assign(document.createElement('a'), { href: '#top', textContent: 'Top of the page' });
  const bottom = Object.assign(document.createElement('a'), { href: '#bottom', textContent: 'Bottom' });
  document.body.replaceChildren(top, main, bottom);
  render(content, main);
  const [element] = main.children as HTMLCollectionOf<HTMLElement>;
  if (!element) throw new Error('the page is empty');
  await rest(main);
  top.focus();
  return element;
}

/** Names of outcomes, as they happen from now on. */
export function outcomesOf(element: HTMLElement, ...names: readonly string[]): readonly string[] {
  const seen: string[] = [];
  for (const name of names) element.addEventListener(name, () => seen.push(name));
  return seen;
}
