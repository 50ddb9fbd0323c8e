import { everything, isShown, nameOf, operable } from './surroundings.js';

/** A state as it is on screen, looked through once for all measures. */
export interface View {
  /** What a person can see. */
  readonly shown: readonly HTMLElement[];
  /** What of it they can operate. */
  readonly controls: readonly HTMLElement[];
}

export function viewOf(root: Node): View {
  const shown = [...everything(root)].filter(isShown);
  return { shown, controls: operable(shown) };
}

/** WCAG 2.5.8, in CSS pixels. */
const TARGET = 24;

/** What the kit gives its buttons and fields, in CSS pixels. */
const BUTTON = 44;

/** Things to hit that are smaller than a finger needs. Links within a sentence may be. */
export function smallTargets({ controls }: View): string[] {
  return controls.flatMap((element) => {
    if (isInSentence(element)) return [];
    const { width, height } = target(element);
    const least = element.matches('[part~="button"]') ? BUTTON : TARGET;
    // A layout rounds to sixty-fourths of a pixel.
    return Math.min(width, height) > least - 0.1
      ? []
      : [`${nameOf(element)} is ${width.toFixed(0)} × ${height.toFixed(0)}`];
  });
}

/** A box to tick is hit by its words too: its label around it, or under it. */
function target(element: HTMLElement): DOMRect {
  const own = element.getBoundingClientRect();
  if (!element.matches('[type=checkbox], [type=radio]')) return own;
  const labels = [...(element as HTMLInputElement).labels!].map((label) => label.getBoundingClientRect());
  return labels.find((label) => isWithin(own, label)) ?? own;
}

const isWithin = (inner: DOMRect, outer: DOMRect): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

function isInSentence(element: HTMLElement): boolean {
  return (
    element.localName === 'a' &&
    getComputedStyle(element).display === 'inline' &&
    (element.parentElement?.textContent.trim().length ?? 0) > element.textContent.trim().length
  );
}

/** What makes the page scroll sideways, or is cut off where nobody can scroll to it. Tables may scroll within themselves. */
export function lost({ shown }: View): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const sideways =
    scrollWidth > clientWidth ? [`the page is ${String(scrollWidth)} px wide in ${String(clientWidth)}`] : [];
  const cut = shown.filter(isCut);
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

/** Buttons whose words begin or end outside of what is written above and below them: beyond the padding of their card or panel. */
export function stickingOut({ controls }: View): string[] {
  return controls.flatMap((element) => {
    const frame = element.closest('.panel, [part=base]');
    if (!frame || !element.matches('[part~="button"]')) return [];
    const words = document.createRange();
    words.selectNodeContents(element);
    const { left, right } = words.getBoundingClientRect();
    const { borderLeftWidth, borderRightWidth, paddingLeft, paddingRight } = getComputedStyle(frame);
    const box = frame.getBoundingClientRect();
    const first = box.left + parseFloat(borderLeftWidth) + parseFloat(paddingLeft);
    const last = box.right - parseFloat(borderRightWidth) - parseFloat(paddingRight);
    const beyond = Math.max(first - left, right - last);
    return beyond > 1 ? [`${nameOf(element)} sticks out by ${beyond.toFixed(0)}`] : [];
  });
}

/** What moves, or would move when it changes. */
export function moving({ shown }: View): string[] {
  return shown.flatMap((element) => {
    const { animationName, transitionDuration } = getComputedStyle(element);
    const isStill = transitionDuration.split(', ').every((duration) => duration === '0s');
    return isStill && animationName === 'none' ? [] : [`${nameOf(element)} moves`];
  });
}

/** Controls that nothing but a colour of their background would show, which forced colours take away. */
export function borderless({ controls }: View): string[] {
  return controls.flatMap((element) => {
    if (!element.matches('[part~="button"]:not([part~="button-quiet"]), [part~="input"], select, textarea'))
      return [];
    const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
    return borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1
      ? []
      : [`${nameOf(element)} has no border`];
  });
}

/** What is called otherwise than it reads: whoever speaks to their computer says what they see. */
export function calledOtherwise({ controls }: View): string[] {
  return controls.flatMap((element) => {
    const seen = element.textContent.replace(/\s+/g, ' ').trim().toLowerCase();
    const name = element.ariaLabel?.toLowerCase();
    return name === undefined || name.includes(seen) ? [] : [`${nameOf(element)} is called "${name}"`];
  });
}

/** Fields for what a person has elsewhere already, which nobody could fill in for them. */
export function withoutPurpose({ controls }: View): string[] {
  return controls.flatMap((element) =>
    element.matches('input[slot]:not([autocomplete~=username], [autocomplete~=current-password])') &&
    !element.matches('[autocomplete=one-time-code], [slot*=recovery-code][autocomplete=off]')
      ? [`${nameOf(element)} does not say what it is for`]
      : [],
  );
}

/** Fields that are only marked as wrong, without the reason in words that belong to them. */
export function unexplained({ controls }: View): string[] {
  return controls.flatMap((element) => {
    if (element.ariaInvalid !== 'true') return [];
    const scope = element.getRootNode() as Document | ShadowRoot;
    const described = (element.getAttribute('aria-describedby') ?? '').split(' ');
    const words = described.map((id) => scope.getElementById(id)?.textContent.trim() ?? '').join('');
    return words ? [] : [`${nameOf(element)} is wrong for no reason`];
  });
}

/** Alerts that take room, and a sign, and say nothing. */
export function emptyAlerts({ shown }: View): string[] {
  return shown.flatMap((element) =>
    element.role === 'alert' && element.textContent.trim() === ''
      ? [`${nameOf(element)} is on show and empty`]
      : [],
  );
}

/** Style sheets that were read already: elements share theirs. */
const upright = new WeakSet<CSSStyleSheet>();

/** Whether anything is laid out, or left out, by the way a phone is held. */
export function boundToOrientation({ shown }: View): string[] {
  return shown.flatMap(({ shadowRoot, localName }) =>
    (shadowRoot?.adoptedStyleSheets ?? [])
      .filter((sheet) => !upright.has(sheet))
      .flatMap((sheet) => {
        const isBound = [...sheet.cssRules].some(({ cssText }) => cssText.includes('orientation'));
        if (!isBound) upright.add(sheet);
        return isBound ? [`<${localName}> looks at the orientation`] : [];
      }),
  );
}
