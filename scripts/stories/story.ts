import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A story as Storybook's index lists it. */
export interface Story {
  readonly id: string;
  /** Such as "Elements/mfa-challenge". */
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
  readonly tags?: readonly string[];
}

/** What stories say in their tags that they show: `state:loading`, `code:offline`, `method:totp`. */
export type Kind = 'state' | 'code' | 'method';

/** The element that a story is about; undefined for pages about several. */
export function elementOf({ title }: Story): string | undefined {
  const [group, element] = title.split('/');
  return group === 'Elements' ? element : undefined;
}

/** What a story says that it shows, without the kind. */
export function shownBy({ tags = [] }: Story, kind: Kind): readonly string[] {
  return tags.filter((tag) => tag.startsWith(`${kind}:`)).map((tag) => tag.slice(kind.length + 1));
}

/**
 * The stories of a built Storybook.
 *
 * @param folder in which it was built
 */
export function storiesIn(folder: string): readonly Story[] {
  const index = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, Story>;
  };
  const stories = Object.values(index.entries).filter(({ type }) => type === 'story');
  if (stories.length === 0) throw new Error('No story was found.');
  return stories;
}
