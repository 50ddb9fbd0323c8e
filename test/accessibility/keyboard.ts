import { sendKeys } from '@web/test-runner-commands';
import { everything, isShown, nameOf, rest } from './surroundings.js';

/** More than any element has. */
const MANY = 60;

/** Presses keys one after the other, and waits for what comes of each. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await rest(document);
  }
}

/** Types a text where the focus is. */
export async function type(text: string): Promise<void> {
  await sendKeys({ type: text });
  await rest(document);
}

/** What has the focus, however deep in shadow roots. */
export function active(): HTMLElement {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found as HTMLElement;
}

/** What it is called by: a label by its own words, without the choices of a menu in it. */
function callName(element: HTMLElement): string {
  const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) =>
    [...label.childNodes].map((node) => (node instanceof Text ? node.data : '')).join(''),
  );
  return (element.ariaLabel ?? (labels.join(' ') || element.textContent)).replace(/\s+/g, ' ').trim();
}

/** Moves the focus on by Tab until it is on what is called so; `…` at the end stands for anything. */
export async function tabTo(name: string): Promise<void> {
  const seen: string[] = [];
  for (let count = 0; count < MANY; count += 1) {
    await sendKeys({ press: 'Tab' });
    const called = callName(active());
    if (called === name || (name.endsWith('…') && called.startsWith(name.slice(0, -1)))) return;
    seen.push(nameOf(active()));
  }
  throw new Error(`Tab never came to "${name}", but to ${seen.slice(0, 12).join(', ')}`);
}

/** A stop of the focus, and what is wrong with it. */
export interface Stop {
  readonly element: HTMLElement;
  readonly box: DOMRect;
  readonly problems: readonly string[];
}

/**
 * Goes by Tab from what stands before an element to what stands behind it.
 *
 * @returns every stop on the way; throws where the focus does not come out again.
 */
export async function walk(before: HTMLElement, behind: HTMLElement, canvas: HTMLElement): Promise<Stop[]> {
  before.focus();
  const stops: Stop[] = [];
  for (let count = 0; count < MANY; count += 1) {
    await sendKeys({ press: 'Tab' });
    const element = active();
    if (element === behind) return stops;
    stops.push({ element, box: placeOf(element), problems: problemsAt(element, canvas) });
  }
  throw new Error(`the focus is caught at ${nameOf(active())}`);
}

/** Where it is on the page, however far that is scrolled. */
function placeOf(element: HTMLElement): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect();
  return new DOMRect(x + window.scrollX, y + window.scrollY, width, height);
}

function problemsAt(element: HTMLElement, canvas: HTMLElement): string[] {
  const name = nameOf(element);
  if (!canvas.contains(element) && !(element.getRootNode() instanceof ShadowRoot))
    return [`${name} is outside`];
  return [
    ...(isRinged(element, canvas) ? [] : [`${name} shows no focus`]),
    ...(isInSight(element) ? [] : [`${name} is hidden while it has the focus`]),
  ];
}

/** Whether there is a ring around it, or within it: the code field draws its own. */
function isRinged(element: HTMLElement, canvas: HTMLElement): boolean {
  // The button within a date field has the browser's own ring, which nothing tells of.
  if (element.matches('[type=date]:not(:focus)')) return true;
  const box = element.getBoundingClientRect();
  return [...everything(canvas)].some((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || !isShown(each)) return false;
    const { left, right, top, bottom } = each.getBoundingClientRect();
    return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
  });
}

/** WCAG 2.4.11: nothing lies over its middle, and it is where the person can see it. */
function isInSight(element: HTMLElement): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const deeper: Element | null = hit.shadowRoot.elementFromPoint(x, y);
    if (!deeper || deeper === hit) break;
    hit = deeper;
  }
  return hit === element || element.contains(hit);
}

/** Stops that come before one that stands above them, or earlier in their line. */
export function outOfOrder(stops: readonly Stop[], direction: 'ltr' | 'rtl'): string[] {
  return stops.slice(1).flatMap(({ element, box }, index) => {
    const { element: last, box: lastBox } = stops[index]!;
    const isAbove = box.bottom <= lastBox.top;
    const isBeside = box.top < lastBox.bottom && box.bottom > lastBox.top;
    const isEarlier = direction === 'ltr' ? box.right <= lastBox.left : box.left >= lastBox.right;
    return isAbove || (isBeside && isEarlier) ? [`${nameOf(element)} comes after ${nameOf(last)}`] : [];
  });
}
