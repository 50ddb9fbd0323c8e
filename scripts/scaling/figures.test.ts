import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditRowsPerPerson, sizesFor, type Measured } from './figures.ts';

const measured: Measured = {
  personBytes: 4_000,
  sessionBytes: 600,
  deviceBytes: 500,
  eventBytes: 1_000,
  mailBytes: 300,
  enrolmentEvents: 5,
  eventsPerSignIn: 3,
  signInDatabaseMilliseconds: 2,
  checkDatabaseMilliseconds: 0.1,
  signInLogBytes: 5_000,
};

describe('the sizes that are computed from what was measured', () => {
  it('keep three months whole, of the other ten a tenth of the right second factors, and all else', () => {
    // 13 months of 20 sign-ins with two events that stay and one failure; 3 whole months and a tenth of ten of the third event.
    assert.equal(auditRowsPerPerson(measured), 5 + 13 * 41 + 20 * 4);
  });

  it('grow with the people and with nothing else', () => {
    const [small, large] = [sizesFor(10_000, measured), sizesFor(1_000_000, measured)];
    for (const figure of Object.keys(small) as (keyof typeof small)[])
      assert.ok(Math.abs(large[figure] / small[figure] - 100) < 1e-9, figure);
  });

  it('add up', () => {
    const sizes = sizesFor(1_000_000, measured);
    assert.equal(sizes.personGigabytes, 4);
    assert.equal(sizes.auditGigabytes, 618);
    assert.equal(sizes.monthGigabytes, 61);
    assert.ok(Math.abs(sizes.otherGigabytes - (0.5 + 0.4 + 0.3)) < 1e-9);
    assert.ok(Math.abs(sizes.totalGigabytes - 623.2) < 1e-9);
    assert.ok(Math.abs(sizes.signInsPerSecond - (666_666.67 * 0.1) / 3_600) < 1e-3);
    const { signInsPerSecond, databaseCores, logMegabytesPerSecond } = sizes;
    assert.ok(Math.abs(databaseCores - (signInsPerSecond * (2 + 50 * 0.1)) / 1_000) < 1e-9);
    assert.ok(Math.abs(logMegabytesPerSecond - signInsPerSecond * 0.005) < 1e-9);
  });
});
