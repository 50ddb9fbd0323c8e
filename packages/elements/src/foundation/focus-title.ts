/**
 * Moves the focus to the title of a card: where a new step begins to be read, by eye and by screen reader. Where the page has slotted
 * its own title, to the first thing that can be operated.
 */
export function focusTitle(root: ParentNode): void {
  const title = root.querySelector<HTMLElement>('[part=title]');
  if (title) title.tabIndex = -1;
  if (title?.checkVisibility()) title.focus();
  else root.querySelector<HTMLElement>('button, input')?.focus();
}
