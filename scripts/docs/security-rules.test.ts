import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wrongRules } from './security-rules.ts';

const FAMILIES = { S: 9, L: 6, K: 6, W: 9, B: 7, R: 6 };
const rules = Object.entries(FAMILIES).flatMap(([family, count]) =>
  Array.from({ length: count }, (_, index) => `${family}${String(index + 1)}`),
);
const isBuilt = (rule: string): boolean => !rule.startsWith('R');
const list = (some: readonly string[]): string => some.map((rule) => `- **${rule}** is a rule.`).join('\n');

const security = list(rules.filter(isBuilt));
const threatModel = `# Threats\n\n## Not built yet\n\n${list(rules.filter((rule) => !isBuilt(rule)))}\n\n## Else\n`;
const titles = rules.filter(isBuilt).map((rule) => `does as it should (${rule})`);

describe('wrongRules', () => {
  it('is content when each rule is proven, or said to be not built', () => {
    assert.deepEqual(wrongRules(security, threatModel, titles), []);
  });

  it('tells of a rule that no test cites', () => {
    assert.deepEqual(wrongRules(security, threatModel, titles.slice(1)), [
      'no test cites S1 of docs/security.md',
    ]);
  });

  it('tells of a rule that is nowhere, and of one that is in both places', () => {
    const without = security.replace('- **S1** is a rule.\n', '');
    const twice = threatModel.replace('- **R1**', '- **B1** too.\n- **R1**');
    assert.deepEqual(wrongRules(without, twice, titles), [
      'S1 is neither in docs/security.md nor not built yet by docs/threat-model.md',
      'B1 is in docs/security.md, and not built yet by docs/threat-model.md',
    ]);
  });

  it('tells of a rule that is built meanwhile, as its test shows', () => {
    assert.deepEqual(wrongRules(security, threatModel, [...titles, 'waits three days (R1)']), [
      'a test cites R1, which is not built yet by docs/threat-model.md',
    ]);
  });

  it('looks for what is not built under that heading alone', () => {
    assert.deepEqual(wrongRules(security, threatModel.replace('## Not built yet', '## Built'), titles), [
      ...[1, 2, 3, 4, 5, 6].map(
        (number) =>
          `R${String(number)} is neither in docs/security.md nor not built yet by docs/threat-model.md`,
      ),
    ]);
  });

  it('tells of rules that do not exist, wherever they are named', () => {
    const invented = ['S', 'B'].map((family) => `${family}0`);
    assert.deepEqual(
      wrongRules(`${security}\n- **${invented[0]!}** is none.`, threatModel, [
        ...titles,
        `does so (${invented[1]!})`,
      ]),
      ['there is no rule S0', 'there is no rule B0'],
    );
  });
});
