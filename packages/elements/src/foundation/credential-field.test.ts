import { expect, fixture, html } from '@open-wc/testing';
import { ScriptedMfaClient } from '../client/scripted-client.js';
import '../define/mfa-challenge.js';
import '../define/mfa-sign-in.js';
import { settled } from './testing/rendering.js';

/** What pages begin with, as far as it says something of inputs. */
const RESETS: Readonly<Record<string, string>> = {
  'everything to nothing':
    '* { margin: 0; padding: 0; border: 0; font: inherit; background: none; outline: none }',
  'inputs to nothing': 'input { all: unset }',
  'Tailwind’s preflight': `@layer base {
    *, ::before, ::after, ::backdrop { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
    button, input, select { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1 }
  }`,
  'the same without a layer': `*, ::before, ::after { margin: 0; padding: 0; border: 0 solid }
    button, input, select { font: inherit; color: inherit; border-radius: 0; background-color: transparent }`,
  'normalize.css':
    'button, input, optgroup, select, textarea { font-family: inherit; font-size: 100%; line-height: 1.15; margin: 0 }',
};

/** All that makes a field one that can be seen. */
const LOOK = [
  'border',
  'border-radius',
  'padding',
  'margin',
  'background-color',
  'color',
  'font',
  'inline-size',
  'block-size',
  'box-sizing',
];

let sheet: HTMLStyleElement;

beforeEach(() => {
  sheet = document.createElement('style');
  document.head.append(sheet);
});

afterEach(() => {
  sheet.remove();
});

async function login(): Promise<HTMLInputElement> {
  const client = new ScriptedMfaClient({ session: { state: 'signed-out' } });
  const element = await fixture(html`<mfa-sign-in .client=${client}></mfa-sign-in>`);
  await settled(element);
  const input = element.querySelector<HTMLInputElement>('input[slot=login]');
  if (!input) throw new Error('there is no field');
  return input;
}

const lookOf = (input: Element): string[] =>
  LOOK.map((property) => `${property}: ${getComputedStyle(input).getPropertyValue(property)}`);

describe('The field for a credential, on a page', () => {
  for (const [name, css] of Object.entries(RESETS))
    it(`that resets ${name}, looks as everywhere`, async () => {
      const input = await login();
      const before = lookOf(input);
      expect(before).to.include('border: 1px solid rgb(131, 140, 155)');
      sheet.textContent = css;
      expect(lookOf(input)).to.deep.equal(before);
    });

  it('that takes the ring of focus from everything, shows it', async () => {
    sheet.textContent = '* { outline: 0 } :focus { outline: none }';
    const input = await login();
    input.focus();
    expect(getComputedStyle(input).outlineStyle).to.equal('solid');
  });

  it('that says how these fields look, looks so', async () => {
    sheet.textContent = `
      mfa-sign-in input { border: 3px dashed rgb(1, 2, 3) }
      .ours { background-color: rgb(4, 5, 6) }
      [name=username] { border-radius: 7px }`;
    const input = await login();
    input.classList.add('ours');
    expect(lookOf(input)).to.include.members([
      'border: 3px dashed rgb(1, 2, 3)',
      'background-color: rgb(4, 5, 6)',
      'border-radius: 7px',
    ]);
  });

  it('that sets tokens, follows them', async () => {
    sheet.textContent = 'mfa-sign-in { --mfa-color-border: rgb(7, 8, 9); --mfa-radius-s: 0px }';
    expect(lookOf(await login())).to.include.members([
      'border: 1px solid rgb(7, 8, 9)',
      'border-radius: 0px',
    ]);
  });

  it('that supplies it, and resets inputs, looks the same', async () => {
    sheet.textContent = RESETS['inputs to nothing'] ?? '';
    const client = new ScriptedMfaClient({ session: { state: 'signed-out' } });
    const element = await fixture(
      html`<mfa-sign-in .client=${client}><input slot="login" aria-label="Login" /></mfa-sign-in>`,
    );
    await settled(element);
    const [supplied] = element.querySelectorAll('input');
    expect(supplied && lookOf(supplied)).to.include('border: 1px solid rgb(131, 140, 155)');
  });

  it('that takes all adopted sheets away, looks right again with the next change', async () => {
    const input = await login();
    const before = lookOf(input);
    sheet.textContent = RESETS['inputs to nothing'] ?? '';
    document.adoptedStyleSheets = [];
    const element = input.closest('mfa-sign-in');
    element?.requestUpdate();
    await element?.updateComplete;
    expect(lookOf(input)).to.deep.equal(before);
  });

  it('with a shadow root around the element, looks the same there', async () => {
    const outer = await fixture(html`<div></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    const reset = document.createElement('style');
    reset.textContent = RESETS['inputs to nothing'] ?? '';
    const element = document.createElement('mfa-sign-in');
    element.client = new ScriptedMfaClient({ session: { state: 'signed-out' } });
    root.append(reset, element);
    await settled(element);
    const [input] = element.querySelectorAll('input');
    expect(input && lookOf(input)).to.include('border: 1px solid rgb(131, 140, 155)');
  });

  it('that has forms of its own, leaves their fields alone', async () => {
    await login();
    const own = await fixture(html`<input aria-label="Search" />`);
    expect(getComputedStyle(own).borderStyle).to.equal('inset');
  });
});

describe('The field for a code, on a page', () => {
  const hidden = (input: Element): string[] =>
    [
      '-webkit-text-fill-color',
      'border',
      'padding',
      'background-color',
      'font-size',
      'inline-size',
      'block-size',
    ].map((property) => getComputedStyle(input).getPropertyValue(property));

  for (const [name, css] of Object.entries(RESETS))
    it(`that resets ${name}, lies over its boxes unseen`, async () => {
      const element = await fixture(html`<mfa-challenge .client=${new ScriptedMfaClient()}></mfa-challenge>`);
      await settled(element);
      const input = element.querySelector('input[autocomplete=one-time-code]');
      if (!input) throw new Error('there is no field');
      const before = hidden(input);
      expect(before[0]).to.equal('rgba(0, 0, 0, 0)');
      sheet.textContent = css;
      expect(hidden(input)).to.deep.equal(before);
    });
});
