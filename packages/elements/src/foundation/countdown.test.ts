import { expect } from '@open-wc/testing';
import { Countdown } from './countdown.js';
import { withManualTiming } from './testing/manual-timing.js';

describe('A countdown', () => {
  const timing = withManualTiming();

  function started(asked: number | undefined): { countdown: Countdown; ends: () => number } {
    let count = 0;
    const host = {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    };
    const countdown = new Countdown(host, () => (count += 1));
    countdown.start(asked);
    return { countdown, ends: () => count };
  }

  it('ends once, after the time that was asked for', () => {
    const { countdown, ends } = started(75);
    expect(countdown.remaining).to.equal(75);
    timing().advance(74_000);
    expect([countdown.remaining, ends()]).to.deep.equal([1, 0]);
    timing().advance(60_000);
    expect([countdown.remaining, ends()]).to.deep.equal([0, 1]);
  });

  // A proxy in between answers what it likes.
  for (const [answer, asked, wait] of [
    ['nothing', undefined, 30],
    ['null', null as unknown as number, 30],
    ['a word', 'soon' as unknown as number, 30],
    ['no wait at all', 0, 30],
    ['a time in the past', -5, 30],
    ['a thousand years', 31_536_000_000, 86_400],
    ['for ever', Infinity, 86_400],
  ] as const)
    it(`counts ${String(wait)} seconds where the answer says ${answer}`, () => {
      const { countdown, ends } = started(asked);
      expect([countdown.remaining, countdown.spoken, ends()]).to.deep.equal([wait, wait, 0]);
    });
});
