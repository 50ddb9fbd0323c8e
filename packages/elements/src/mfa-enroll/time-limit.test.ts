import { expect } from '@open-wc/testing';
import { press, spoken } from '../foundation/testing/acting.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { enrolment, pending, scene, started } from './mfa-enroll.fixture.js';

const WARNING = 'This expires in a minute. If you need longer, show a new QR code.';

const MINUTE = 60_000;

const warnings = (element: Element): string[] => deepAll(element, '.ending').map(visibleText);

describe('<mfa-enroll>: the time that an app has to be set up', () => {
  const timing = withManualTiming();

  it('is warned of a minute before it is over, and a new QR code gives as much again, as often as it takes (2.2.1)', async () => {
    let made = 0;
    const { element } = await started({
      startTotp: () => {
        made += 1;
        return { ...enrolment, expiresAt: new Date(timing().now() + 15 * MINUTE).toISOString() };
      },
    });
    const name = deep(element, '[part=input]') as HTMLInputElement;
    name.value = 'New phone';
    for (let round = 1; round <= 10; round += 1) {
      expect(made).to.equal(round);
      expect(warnings(element)).to.deep.equal([]);
      timing().advance(14 * MINUTE);
      await settled(element);
      expect(warnings(element)).to.deep.equal([WARNING]);
      expect(spoken(element)).to.equal(WARNING);
      await press(element, 'Show a new QR code');
    }
    expect((deep(element, '[part=input]') as HTMLInputElement).value, 'what was typed').to.equal('New phone');
  });

  it('is warned of where it was begun before', async () => {
    const { element } = await scene(pending);
    expect(warnings(element)).to.deep.equal([]);
    timing().advance(9 * MINUTE);
    await settled(element);
    expect(warnings(element)).to.deep.equal([WARNING]);
    await expect(element).to.be.accessible();
  });
});
