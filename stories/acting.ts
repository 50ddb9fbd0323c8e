/** What a person does in a story to reach a state. */

/** Puts a value into a field, wherever in the shadow roots it is, as typing does. */
export async function enter(canvas: HTMLElement, selector: string, value: string): Promise<void> {
  const input = await appears(() => find(canvas, selector) as HTMLInputElement | null);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Chooses from a menu. */
export async function choose(canvas: HTMLElement, selector: string, value: string): Promise<void> {
  const select = await appears(() => find(canvas, selector) as HTMLSelectElement | null);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Clicks a button by its part, wherever in the shadow roots it is. */
export async function click(canvas: HTMLElement, selector: string): Promise<void> {
  (await shown(canvas, selector)).click();
}

/** Waits for something that a person would wait for before going on. */
export function shown(canvas: HTMLElement, selector: string): Promise<HTMLElement> {
  return appears(() => find(canvas, selector));
}

export const CODE = 'input[autocomplete="one-time-code"]';

/** Something that is there now, wherever in the shadow roots it is. */
export function find(root: ParentNode, selector: string): HTMLElement | null {
  const found = root.querySelector<HTMLElement>(selector);
  if (found) return found;
  const own = root instanceof Element && root.shadowRoot && find(root.shadowRoot, selector);
  if (own) return own;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot && find(shadowRoot, selector);
    if (inside) return inside;
  }
  return null;
}

/** Looks at each frame; a story whose elements never appear fails after about ten seconds: a language is on its way longer on a busy machine. */
async function appears<Found>(look: () => Found | null): Promise<Found> {
  for (let frame = 0; frame < 600; frame += 1) {
    const found = look();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error('nothing appeared');
}
