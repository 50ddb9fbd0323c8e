// What tests in the browser ask of the machine around it: the tree that Chromium gives to assistive technology, and which elements there are.

import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {import('playwright-core').CDPSession} Session
 * @typedef {Awaited<ReturnType<typeof readTree>>} Tree
 */

const define = path.resolve(import.meta.dirname, '../../packages/elements/src/define');

/** @param {Session} session */
async function readTree(session) {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.map(({ nodeId, parentId, ignored, role, name, description, properties = [] }) => ({
    id: nodeId,
    parent: parentId,
    isIgnored: ignored,
    role: String(role?.value ?? ''),
    name: String(name?.value ?? ''),
    description: String(description?.value ?? ''),
    properties: Object.fromEntries(
      properties.map(({ name: property, value }) => [property, /** @type {unknown} */ (value.value)]),
    ),
  }));
}

/**
 * Serves the commands `accessibility-tree` and `tags`; tests call them through `test/accessibility/`.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function assistiveTechnology() {
  /** @type {Map<string, Promise<Session>>} by the id of the test's own session */
  const sessions = new Map();

  /**
   * @param {Pick<import('@web/test-runner').TestSession, 'id' | 'browser'>} testSession
   * @returns {Promise<Session>}
   */
  async function connect({ id, browser }) {
    if (!('getPage' in browser)) throw new TypeError(`${browser.name} shows no accessibility tree`);
    const page = /** @type {import('playwright-core').Page} */ (
      /** @type {{ getPage(id: string): unknown }} */ (browser).getPage(id)
    );
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return session;
  }

  return {
    name: 'assistive-technology',
    async executeCommand({ command, session: testSession }) {
      if (command === 'tags')
        return (await readdir(define))
          .map((file) => path.basename(file, '.ts'))
          .filter((name) => name !== 'index');
      if (command !== 'accessibility-tree') return undefined;
      const connecting = sessions.get(testSession.id) ?? connect(testSession);
      sessions.set(testSession.id, connecting);
      return readTree(await connecting);
    },
  };
}
