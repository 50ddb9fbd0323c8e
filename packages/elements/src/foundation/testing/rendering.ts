import { waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';

/** What elements fetch only when they need it. Those that were asked for before come before what is asked for here. */
const onDemand = [
  () => import('../../ceremonies/passkey-calls.js'),
  () => import('../error-words.js'),
  () => import('../../mfa-sign-in/passkey-autofill.js'),
  () => import('../../mfa-sign-in/after-sign-in.js'),
  () => import('../../mfa-enroll/enroll-steps.js'),
  () => import('../../recovery-codes/codes-view.js'),
  () => import('../../passkey-list/passkey-changes.js'),
  () => import('../../totp-list/totp-changes.js'),
  () => import('../../security-activity/activity-feed.js'),
  () => import('../../account-recovery/recovery-steps.js'),
  () => import('../../mfa-requirement/requirement-banner.js'),
  () => import('../../mfa-policy/policy-form.js'),
  () => import('../../mfa-members/members-list.js'),
  () => import('../../recovery-cases/cases-list.js'),
  () => import('../../client/later-calls.js'),
  () => import('../../client/step-up-question.js'),
  () => import('../../mfa-challenge/challenge-trouble.js'),
  () => import('../../mfa-adoption/adoption-figures.js'),
];

/**
 * Waits until an element and all elements within its shadow roots have nothing left to render, answers of a scripted client and modules on
 * demand included.
 */
export async function settled(element: Element): Promise<void> {
  // Each answer of a scripted client passes through a handful of promises; a macrotask lets them all run.
  for (let round = 0; round < 3; round += 1) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    });
    await Promise.all(onDemand.map((fetch) => fetch()));
    await Promise.all([...litElements(element)].map((each) => each.updateComplete));
  }
}

/** Longer than a slow machine takes to fetch a module, in milliseconds; shorter than a test may take, so that it says what did not come. */
const PATIENCE = 25_000;

/** Waits for what comes by itself, such as a language or a part that the page has not asked for before. */
export function comes(isThere: () => unknown, what: string): Promise<void> {
  return waitUntil(isThere, what, { timeout: PATIENCE });
}

/** The first match in an element's shadow root or in those of elements within. Fails the test where there is none. */
export function deep(element: Element, selector: string): HTMLElement {
  const [match] = deepAll(element, selector);
  if (!match) throw new Error(`<${element.localName}> shows no ${selector}`);
  return match;
}

/** All matches in an element's shadow root and in those of elements within. */
export function deepAll<Match extends Element = HTMLElement>(element: Element, selector: string): Match[] {
  const root = element.shadowRoot;
  if (!root) return [];
  return [
    ...root.querySelectorAll<Match>(selector),
    ...[...root.querySelectorAll('*')].flatMap((child) => deepAll<Match>(child, selector)),
  ];
}

/**
 * What has the focus, seen from the page: a field by its `autocomplete`, anything else by its tag. Tests compare this, because a
 * failed comparison of elements prints them without end.
 */
export function focused(): string {
  const active = document.activeElement;
  return active?.getAttribute('autocomplete') ?? active?.localName ?? '';
}

/** What a person reads: the element's text, shadow roots included, slots filled, hidden parts left out. */
export function visibleText(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && node.matches('[hidden], .spoken, dialog:not([open])')) return '';
  const children =
    node instanceof HTMLSlotElement && node.assignedNodes().length
      ? node.assignedNodes()
      : [...((node as Element).shadowRoot ?? node).childNodes];
  return children.map(textOf).join(' ');
}

function* litElements(element: Element): Generator<LitElement> {
  if ('updateComplete' in element) yield element as LitElement;
  for (const child of element.querySelectorAll('*')) yield* litElements(child);
  for (const child of element.shadowRoot?.querySelectorAll('*') ?? []) yield* litElements(child);
}
