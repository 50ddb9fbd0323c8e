import assert from 'node:assert/strict';
import type { Answer } from '../http/answer.ts';
import { STATUS_OF_CODE } from './codes.ts';

const told = ({ status, text }: Answer): string => `${status} ${text.slice(0, 300)}`;

/** The attack came to nothing, and was told so by one of these codes. */
export function refused(answer: Answer, ...codes: readonly string[]): Answer {
  const code = String(answer.body['code']);
  assert.ok(
    codes.includes(code),
    `should be refused as ${codes.join(' or ')}, but was answered ${told(answer)}`,
  );
  assert.equal(answer.status, STATUS_OF_CODE[code]);
  return answer;
}

/** What everybody may do goes on working. */
export function succeeded(answer: Answer, status = 200): Answer {
  assert.equal(answer.status, status, `should succeed, but was answered ${told(answer)}`);
  return answer;
}

/** How many of several answers are a success. */
export const successes = (answers: readonly Answer[]): number =>
  answers.filter(({ status }) => status >= 200 && status < 300).length;

/** Answers nobody can tell apart, except by what is random or a time. */
export function alike(one: Answer, other: Answer): void {
  assert.equal(one.status, other.status);
  const plain = ({ body }: Answer): unknown => ({ ...body, requestId: '' });
  assert.deepEqual(plain(one), plain(other));
  const names = ({ headers }: Answer): readonly string[] => [...headers.keys()].sort();
  assert.deepEqual(names(one), names(other));
}
