import { executeServerCommand } from '@web/test-runner-commands';

/** A node of the tree that Chromium hands to screen readers. */
export interface AccessibleNode {
  readonly id: string;
  readonly parent?: string;
  readonly isIgnored: boolean;
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The whole tree of the page, parents before their children. */
export async function accessibilityTree(): Promise<readonly AccessibleNode[]> {
  // What was just rendered gets into the tree with the next frame.
  await new Promise(requestAnimationFrame);
  return executeServerCommand<AccessibleNode[], undefined>('accessibility-tree');
}

/** What a screen reader says first when it meets a node, such as `button "Verify"`. */
const heading = ({ role, name }: AccessibleNode): string => `${role} "${name}"`;

/** What has the focus, as a screen reader tells it: role, name, description, and whether it is refused. The page itself is `RootWebArea`. */
export async function focusedNode(): Promise<string> {
  const focused = (await accessibilityTree()).filter(({ properties }) => properties['focused'] === true);
  // The page is focused as well, and comes first.
  const node = focused.at(-1);
  if (!node) throw new Error('nothing has the focus, not even the page');
  const { description, properties } = node;
  const isInvalid = properties['invalid'] !== undefined && properties['invalid'] !== 'false';
  return `${heading(node)}${description ? `: ${description}` : ''}${isInvalid ? ' (invalid)' : ''}`;
}

/** Everything of these roles, as a screen reader lists it. */
export async function listed(...roles: readonly string[]): Promise<string[]> {
  return (await accessibilityTree())
    .filter(({ role, isIgnored }) => !isIgnored && roles.includes(role))
    .map(heading);
}

/** What live regions hold: each text that was announced and still stands. */
export async function announced(): Promise<string[]> {
  const tree = await accessibilityTree();
  const children = Map.groupBy(tree, ({ parent }) => parent);
  const textIn = (node: AccessibleNode): string =>
    node.role === 'StaticText'
      ? node.name
      : (children.get(node.id) ?? [])
          .map((child) => textIn(child))
          .filter((text) => text !== '')
          .join(' ');
  return tree
    .filter(({ role, isIgnored }) => !isIgnored && (role === 'alert' || role === 'status'))
    .map((node) => textIn(node))
    .filter((text) => text !== '');
}

/** What can be operated and has no name to be called by. */
export function nameless(tree: readonly AccessibleNode[]): string[] {
  return tree
    .filter(
      ({ isIgnored, name, properties }) => !isIgnored && properties['focusable'] === true && name === '',
    )
    .filter(({ role }) => !CONTAINERS.includes(role))
    .map(heading);
}

/** What is not operated: it scrolls, or gets the focus for a moment because that is where a person goes on reading. */
const CONTAINERS = ['RootWebArea', 'generic', 'group', 'listitem', 'paragraph'];
