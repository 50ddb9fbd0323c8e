import type { Step } from './step.ts';

/**
 * The steps with these names, and before them those whose results they read: what somebody changed is checked, not what was built before.
 *
 * @param steps all that there are
 * @param names none for all of them
 * @throws Error that says what there is, for a name that no step has
 */
export function chosenOf(steps: readonly Step[], names: readonly string[]): readonly Step[] {
  if (names.length === 0) return steps;
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = steps.map(({ name }) => name).join(', ');
    throw new Error(`There is no step ${unknown.join(', ')}; there are ${known}.`);
  }
  const wanted = new Set(names);
  // A set that grows while it is walked: what a step reads may itself read something.
  for (const name of wanted)
    for (const earlier of steps.find((step) => step.name === name)?.after ?? []) wanted.add(earlier);
  return steps.filter(({ name }) => wanted.has(name));
}
