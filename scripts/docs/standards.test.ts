import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { missingRows, requirementsIn, WCAG_CRITERIA, wrongRows } from './standards.ts';

const page = (...rows: readonly string[]): string =>
  ['| # | asks | status | how |', '| --- | --- | --- | --- |', ...rows].join('\n');

describe('wrongRows', () => {
  it('is content with known statuses, and with evidence for what is claimed', () => {
    const rows = [
      '| 1.1 | a door | met | [closes](door.test.ts) |',
      '| B.2 (3) | a lock | not met | none |',
      "| 1.2 | a key | host's duty | theirs |",
    ];
    assert.deepEqual(wrongRows('doors.md', page(...rows), 1), []);
  });

  it('tells of claims without evidence, and of statuses that nobody knows', () => {
    const rows = [
      '| 1.1 | a door | met | surely |',
      '| 1.2 | a lock | partly | so |',
      '| 1.3 | a key | fine | |',
    ];
    assert.deepEqual(wrongRows('doors.md', page(...rows), 1), [
      'doors.md: 1.1 is met, by no evidence',
      'doors.md: 1.2 is partly, by no evidence',
      'doors.md: 1.3 has the status "fine"',
    ]);
  });
});

describe('missingRows', () => {
  it('is content when each requirement has one row', () => {
    assert.deepEqual(missingRows('doors.md', page('| 1.1 | x |', '| 1.2 | x |'), ['1.1', '1.2']), []);
  });

  it('tells of requirements that are passed over, listed twice, or invented', () => {
    assert.deepEqual(
      missingRows('doors.md', page('| 1.1 | x |', '| 1.1 | x |', '| 2.1 | x |'), ['1.1', '1.2']),
      [
        'doors.md has no row 1.2',
        'doors.md: 1.1 is listed twice, or does not exist',
        'doors.md: 2.1 is listed twice, or does not exist',
      ],
    );
  });
});

describe('requirementsIn', () => {
  it('counts the requirements of each section', () => {
    assert.deepEqual(requirementsIn({ '6.1': 2, '6.2': 1 }), ['6.1.1', '6.1.2', '6.2.1']);
  });
});

describe('WCAG_CRITERIA', () => {
  it('are the 55 of the levels A and AA, each once', () => {
    assert.equal(new Set(WCAG_CRITERIA).size, 55);
    assert.equal(WCAG_CRITERIA.length, 55);
  });
});
