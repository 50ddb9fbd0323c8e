import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { usageIn } from './usage.ts';

describe('usageIn', () => {
  it('finds the names in a part attribute', () => {
    const { parts } = usageIn('html`<div part="device device-current">`');
    assert.deepEqual([...parts], ['device', 'device-current']);
  });

  it('finds names in the expressions of a part attribute', () => {
    const { parts } = usageIn(
      'html`<i part="box${filled ? \' box-filled\' : \'\'} ${active ? `box-active` : ""}">`',
    );
    assert.deepEqual([...parts].sort(), ['box', 'box-active', 'box-filled']);
  });

  it('does not take selectors for parts of the element', () => {
    const { parts } = usageIn("css`[part='base'] { color: red } mfa-code-input::part(box) { color: red }`");
    assert.deepEqual([...parts], []);
  });

  it('finds tokens, also those behind another token', () => {
    const { tokens } = usageIn('css`b { gap: var(--mfa-list-gap, var( --mfa-space-2, 1rem)) }`');
    assert.deepEqual([...tokens], ['--mfa-list-gap', '--mfa-space-2']);
  });

  it('finds states in styles and where they are set', () => {
    const { states } = usageIn(
      "css`:host(:state(loading)) {}`; this.showStates({ locked: a ? b : c, error: d }); internals.states.add('empty');",
    );
    assert.deepEqual([...states], ['loading', 'empty', 'locked', 'error']);
  });

  it('passes over the states of other elements', () => {
    const { states } = usageIn(
      'css`mfa-challenge:state(loading) {} :host(:state(open)) mfa-enroll:state(empty) {}`',
    );
    assert.deepEqual([...states], ['open']);
  });

  it('passes over comments', () => {
    const { parts, tokens } = usageIn('/** `<b part="x">` uses var(--mfa-x) */\n// var(--mfa-y)\n');
    assert.deepEqual([...parts, ...tokens], []);
  });
});
