import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pino } from 'pino';
import { createLog, type Log } from './log.ts';

function recorded(level = 'info'): { log: Log; logger: pino.Logger; lines: () => Record<string, unknown>[] } {
  const written: string[] = [];
  const logger = pino({ level }, { write: (line: string) => void written.push(line) });
  return {
    log: createLog(logger),
    logger,
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe('the log', () => {
  it('writes of an error its name, message, code, stack and causes, and nothing else that hangs on it (K6)', () => {
    const { log, lines } = recorded();
    const refused = Object.assign(new TypeError('duplicate key'), {
      code: '23505',
      detail: 'Key (login)=(ada@example.com) exists',
    });
    const err = Object.assign(new Error('not stored', { cause: refused }), {
      mail: { to: 'ada@example.com' },
    });
    log.error({ requestId: 'r1', err }, 'refused');
    const [line] = lines();
    assert.equal(line?.['requestId'], 'r1');
    const told = line['err'] as Record<string, string>;
    assert.equal(told['name'], 'Error');
    assert.equal(told['message'], 'not stored: duplicate key');
    assert.match(told['stack'] ?? '', /caused by: TypeError: duplicate key/);
    assert.doesNotMatch(JSON.stringify(line), /ada@example/);
    log.error({ err: refused }, 'refused');
    assert.equal((lines()[1]?.['err'] as Record<string, string>)['code'], '23505');
  });

  it('says what went wrong at each address when a name has several, and copes with what is no error', () => {
    const { log, lines } = recorded();
    const each = ['connect ECONNREFUSED ::1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'];
    log.error({ err: new AggregateError(each.map((message) => new Error(message))) }, 'metrics not read');
    log.error({ err: 'a secret text' }, 'metrics not read');
    const messages = lines().map(({ err }) => (err as { message: string }).message);
    assert.deepEqual(messages, [each.join('; '), 'something that is no error was thrown']);
  });

  it('goes by the level of the logger, also when it is changed while the process runs', () => {
    const { log, logger, lines } = recorded('warn');
    log.info({}, 'answered');
    logger.level = 'info';
    log.info({ status: 200 }, 'answered');
    assert.deepEqual(
      lines().map(({ msg, status }) => [msg, status]),
      [['answered', 200]],
    );
  });
});
