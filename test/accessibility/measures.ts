import { everything, isShown, nameOf, operable } from './surroundings.js';

/** WCAG 2.5.8, in CSS pixels. */
const TARGET = 24;

/** What the kit gives its buttons and fields, in CSS pixels. */
const BUTTON = 44;

/** Things to hit that are smaller than a finger needs. Links within a sentence may be. */
export function smallTargets(root: Node): string[] {
  return operable(root).flatMap((element) => {
    if (isInSentence(element)) return [];
    const { width, height } = target(element);
    const least = element.matches('[part~="button"]') ? BUTTON : TARGET;
    // A layout rounds to sixty-fourths of a pixel.
    return Math.min(width, height) > least - 0.1
      ? []
      : [`${nameOf(element)} is ${width.toFixed(0)} × ${height.toFixed(0)}`];
  });
}

/** A box to tick is hit by its words too. */
function target(element: HTMLElement): { width: number; height: number } {
  const label = element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : null;
  return (label ?? element).getBoundingClientRect();
}

function isInSentence(element: HTMLElement): boolean {
  return (
    element.localName === 'a' &&
    getComputedStyle(element).display === 'inline' &&
    (element.parentElement?.textContent.trim().length ?? 0) > element.textContent.trim().length
  );
}

/** What makes the page scroll sideways, or is cut off where nobody can scroll to it. Tables may scroll within themselves. */
export function lost(root: Node): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const sideways =
    scrollWidth > clientWidth ? [`the page is ${String(scrollWidth)} px wide in ${String(clientWidth)}`] : [];
  const cut = [...everything(root)].filter((element) => isShown(element) && isCut(element));
  return [...sideways, ...cut.map((element) => `${nameOf(element)} is cut off`)];
}

function isCut(element: HTMLElement): boolean {
  // Fields scroll by themselves, along with what is typed.
  if (element.matches('input, select, textarea, .spoken')) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
  return (
    (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
    (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
  );
}

/** What moves, or would move when it changes. */
export function moving(root: Node): string[] {
  return [...everything(root)].flatMap((element) => {
    const { animationName, transitionDuration } = getComputedStyle(element);
    const isStill = transitionDuration.split(', ').every((duration) => duration === '0s');
    return isStill && animationName === 'none' ? [] : [`${nameOf(element)} moves`];
  });
}

/** Controls that nothing but a colour of their background would show, which forced colours take away. */
export function borderless(root: Node): string[] {
  return operable(root).flatMap((element) => {
    if (!element.matches('[part~="button"]:not([part~="button-quiet"]), [part~="input"], select, textarea'))
      return [];
    const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
    return borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1
      ? []
      : [`${nameOf(element)} has no border`];
  });
}

/** What is called otherwise than it reads: whoever speaks to their computer says what they see. */
export function calledOtherwise(root: Node): string[] {
  return operable(root).flatMap((element) => {
    const seen = element.textContent.replace(/\s+/g, ' ').trim().toLowerCase();
    const name = element.ariaLabel?.toLowerCase();
    return name === undefined || name.includes(seen) ? [] : [`${nameOf(element)} is called "${name}"`];
  });
}

/** Fields for what a person has elsewhere already, which nobody could fill in for them. */
export function withoutPurpose(root: Node): string[] {
  return operable(root).flatMap((element) =>
    element.matches('input[slot]:not([autocomplete~=username], [autocomplete~=current-password])') &&
    !element.matches('[autocomplete=one-time-code], [slot*=recovery-code][autocomplete=off]')
      ? [`${nameOf(element)} does not say what it is for`]
      : [],
  );
}

/** Fields that are only marked as wrong, without the reason in words that belong to them. */
export function unexplained(root: Node): string[] {
  return operable(root).flatMap((element) => {
    if (element.ariaInvalid !== 'true') return [];
    const scope = element.getRootNode() as Document | ShadowRoot;
    const described = (element.getAttribute('aria-describedby') ?? '').split(' ');
    const words = described.map((id) => scope.getElementById(id)?.textContent.trim() ?? '').join('');
    return words ? [] : [`${nameOf(element)} is wrong for no reason`];
  });
}

/** Alerts that take room, and a sign, and say nothing. */
export function emptyAlerts(root: Node): string[] {
  return [...everything(root)].flatMap((element) =>
    element.role === 'alert' && isShown(element) && element.textContent.trim() === ''
      ? [`${nameOf(element)} is on show and empty`]
      : [],
  );
}

/** Whether anything is laid out, or left out, by the way a phone is held. */
export function boundToOrientation(root: Node): string[] {
  return [...everything(root)].flatMap((element) =>
    element.shadowRoot?.adoptedStyleSheets.some((sheet) =>
      [...sheet.cssRules].some((rule) => rule.cssText.includes('orientation')),
    )
      ? [`${nameOf(element)} looks at the orientation`]
      : [],
  );
}
