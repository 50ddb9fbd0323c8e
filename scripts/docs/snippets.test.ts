import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { membersOfMfa, wrongShapes } from './exported-shapes.ts';
import { snippetProgram } from './snippet-program.ts';
import { wrongSnippets } from './snippets.ts';

const FENCE = '```';
const page = (...blocks: readonly (readonly [heading: string, code: string])[]): string =>
  blocks.map(([heading, code]) => `${FENCE}${heading}\n${code}\n${FENCE}\n`).join('\n');

const pages = new Map([
  [
    'right.md',
    page(
      ['js people.js', 'export const people = { find: async (id) => undefined };'],
      [
        'js server.js',
        `import { createMfa } from '@mfa-kit/server';
import { people } from './people.js';
import { database } from './what-the-reader-has.js';
const keys = JSON.parse(process.env.MFA_KEYS);
const mfa = await createMfa({ publicUrl: 'https://a.example', serviceName: 'A', database, keys, users: people });
app.use('/mfa', mfa.router);`,
      ],
      ['js', "webhooks: [{ url: 'https://a.example/hook', secret, events: ['auth.'] }],"],
    ),
  ],
  [
    'wrong.md',
    page(
      ['js', 'mfa.requires();'],
      ['js', "app.post('/charge', mfa.require({ withn: '5m' }), charge);"],
      ['js', "sessions: { idel: '1h' },"],
      ['js gone.js', "import { nothing } from '@mfa-kit/server';"],
    ),
  ],
  ['shapes.md', page(['ts', 'interface Mailer { send(): void; check(): void; gone(): void }'])],
]);
const compiled = snippetProgram(path.resolve(import.meta.dirname, '../..'), pages);

describe('The code in pages, held against what the packages export', () => {
  const wrong = wrongSnippets(compiled);

  it('is right as readers write it, with names and modules of their own, and parts of settings', () => {
    assert.deepEqual(
      wrong.filter((line) => line.startsWith('right.md')),
      [],
    );
  });

  it('is wrong where it calls something that is not there, misspells a setting, or imports what is not exported', () => {
    const told = wrong.filter((line) => line.startsWith('wrong.md'));
    assert.equal(told.length, 4);
    for (const [index, says] of [
      /\(mfa\.requires\(\);\): Property 'requires' does not exist/,
      /'withn' does not exist in type 'Requirement'/,
      /\(sessions: \{ idel: '1h' \},\): .*'idel' does not exist/,
      /\(gone\.js\): .*'nothing'/,
    ].entries())
      assert.match(told[index] ?? '', says);
  });
});

describe('The types that pages tell', () => {
  it('have every name that the exported ones have, and no other', () => {
    assert.deepEqual(
      wrongShapes(compiled).filter((line) => line.startsWith('shapes.md')),
      ['shapes.md: Mailer leaves out close', 'shapes.md: Mailer has gone, which is not there'],
    );
  });

  it('are those of the host’s side of the kit, member by member', () => {
    const members = membersOfMfa(compiled);
    for (const name of ['router', 'require', 'signIn', 'jobs']) assert.ok(members.includes(name), name);
  });
});
