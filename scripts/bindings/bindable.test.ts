import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { ElementDeclaration } from '../manifest/declarations.ts';
import { bindables, type Bindable } from './bindable.ts';

const sources = path.resolve(import.meta.dirname, '../../packages/elements/src');

const PROVIDER: ElementDeclaration = { tagName: 'mfa-provider', name: 'MfaProvider' };
const CODE: ElementDeclaration = {
  tagName: 'mfa-code-input',
  name: 'MfaCodeInput',
  members: [
    { kind: 'field', name: 'label' },
    { kind: 'field', name: 'value' },
    { kind: 'field', name: 'input', readonly: true },
    { kind: 'field', name: 'code', privacy: 'private' },
    { kind: 'field', name: 'styles', static: true },
    { kind: 'method', name: 'clear' },
  ],
  attributes: [
    { name: 'label', fieldName: 'label' },
    { name: 'code', fieldName: 'code' },
  ],
  events: [{ name: 'mfa-code-complete' }, { type: { text: 'ClientRequestEvent' } }],
};
const CHALLENGE: ElementDeclaration = {
  tagName: 'mfa-challenge',
  name: 'MfaChallenge',
  events: [{ name: 'mfa-challenge-passed' }],
};
const STEP_UP: ElementDeclaration = { tagName: 'mfa-step-up', name: 'MfaStepUp' };

function bindable(tag: string): Bindable {
  const found = bindables([PROVIDER, CODE, CHALLENGE, STEP_UP, { name: 'Helper' }], sources).find(
    (one) => one.tag === tag,
  );
  assert.ok(found);
  return found;
}

describe('what can be bound on an element', () => {
  it('is each public property that can be set, and no method', () => {
    assert.deepEqual(bindable('mfa-code-input').properties, ['label', 'value']);
  });

  it('is each attribute of such a property', () => {
    assert.deepEqual([...bindable('mfa-code-input').attributes], [['label', 'label']]);
  });

  it('is each event that it fires by name', () => {
    assert.deepEqual(bindable('mfa-code-input').events, ['mfa-code-complete']);
  });

  it('is what the elements fire that it is made of, as far as it leaves their shadow roots', () => {
    assert.deepEqual(bindable('mfa-step-up').events, ['mfa-challenge-passed']);
  });

  it('is everything on the provider, since everything may stand in it', () => {
    assert.deepEqual(bindable('mfa-provider').events, ['mfa-challenge-passed', 'mfa-code-complete']);
  });
});
