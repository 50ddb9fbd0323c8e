import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directionOf, mailFormat } from './mail-format.ts';

const at = Date.UTC(2026, 0, 15, 23, 30);

describe('a moment in a mail', () => {
  it('is told in the language of the mail, with its time zone', () => {
    assert.equal(mailFormat('en').time(at), '15 January 2026 at 23:30 UTC');
    assert.equal(mailFormat('de').time(at), '15. Januar 2026 um 23:30 UTC');
    assert.match(mailFormat('en-US').time(at), /^January 15, 2026 at 11:30\sPM UTC$/);
  });

  it('is told in Arabic with the digits of codes and addresses', () => {
    assert.equal(mailFormat('ar').date(at), '15 يناير 2026');
    assert.equal(mailFormat('ar-EG').date(at), '15 يناير 2026');
  });

  it('is told in the time zone of the person, in which it may be another day', () => {
    const { time, date } = mailFormat('en', 'Asia/Tokyo');
    assert.equal(time(at), '16 January 2026 at 08:30 GMT+9');
    assert.equal(date(at), '16 January 2026');
  });

  it('is told in UTC when the host names a time zone that there is not', () => {
    assert.equal(mailFormat('en', 'Mars/Olympus').time(at), '15 January 2026 at 23:30 UTC');
  });
});

describe('the direction of a mail', () => {
  for (const [tag, direction] of [
    ['en', 'ltr'],
    ['de-CH', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['az-Arab', 'rtl'],
    ['az', 'ltr'],
  ] as const) {
    it(`is that of its script: ${tag} is ${direction}`, () => {
      assert.equal(directionOf(tag), direction);
    });
  }
});
