import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { startKit, type KitOptions } from '../testing/running-kit.ts';
import { Monitoring, readRules } from './testing/monitoring.ts';
import { kitWithNewerKey, PROVOCATIONS, type Provocation } from './testing/provocations.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RUNBOOK = new URL('../../../../docs/operators/alerts.md', import.meta.url);

async function provoke(
  alert: string,
  { options, before, cause, watched = [4 * MINUTE, MINUTE], also = [] }: Provocation,
): Promise<void> {
  const kit = await startKit(options);
  try {
    const monitoring = new Monitoring(kit);
    const ready = await before?.(kit, monitoring);
    await monitoring.watch(4 * MINUTE);
    assert.deepEqual(monitoring.firing(), [], 'silent in everyday life');
    await cause(kit, ready);
    await monitoring.watch(...watched);
    assert.deepEqual([...monitoring.firing()].sort(), [alert, ...also].sort());
  } finally {
    await kit.close();
  }
}

describe('The alert', () => {
  for (const [alert, provocation] of Object.entries(PROVOCATIONS))
    it(`${alert} is silent until it is caused, and then tells it`, () => provoke(alert, provocation));

  it('MfaKeyRotationUnfinished is silent until a newer key is the current one, and then tells it', async () => {
    const { options, place } = await kitWithNewerKey();
    async function firingIn(settings: KitOptions): Promise<readonly string[]> {
      const kit = await startKit(settings);
      const monitoring = new Monitoring(kit);
      await monitoring.watch(26 * HOUR, HOUR);
      await kit.close();
      return monitoring.firing();
    }
    assert.deepEqual(await firingIn({}), []);
    assert.deepEqual(await firingIn(options), ['MfaKeyRotationUnfinished']);
    await place.remove();
  });
});

describe('The alert rules', () => {
  const rules = readRules();

  it('are each provoked', () => {
    assert.deepEqual(
      rules.map(({ alert }) => alert).sort(),
      [...Object.keys(PROVOCATIONS), 'MfaKeyRotationUnfinished'].sort(),
    );
  });

  for (const { alert, labels, annotations } of rules) {
    it(`say of ${alert} how bad it is, what happened, and where it stands what to do`, () => {
      assert.ok(['warning', 'critical'].includes(labels.severity));
      assert.ok(annotations.summary.length > 10 && annotations.description.length > 10);
      assert.equal(annotations.runbook_url, `docs/operators/alerts.md#${alert.toLowerCase()}`);
      assert.match(readFileSync(RUNBOOK, 'utf8'), new RegExp(`^#+ ${alert}$`, 'm'));
    });
  }
});
