import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/mfa-code-input.js';
import { MfaCodeInput } from './mfa-code-input.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { comes, deep, deepAll, focused, settled } from '../foundation/testing/rendering.js';

const boxes = (element: MfaCodeInput): string[] =>
  deepAll(element, '[part~=box]').map((box) => box.textContent);

async function made(): Promise<MfaCodeInput> {
  const element = await fixture<MfaCodeInput>(html`<mfa-code-input></mfa-code-input>`);
  await settled(element);
  return element;
}

function field(element: MfaCodeInput): HTMLInputElement {
  if (!element.input) throw new Error('there is no field');
  return element.input;
}

function completions(element: MfaCodeInput): () => number {
  let count = 0;
  element.addEventListener('mfa-code-complete', () => (count += 1));
  return () => count;
}

/** As a clipboard does: all at once, and without regard to how long the field may be. */
function paste(input: HTMLInputElement, text: string): void {
  input.setRangeText(text);
  input.dispatchEvent(
    new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true, composed: true }),
  );
}

elementContract({
  tag: 'mfa-code-input',
  element: MfaCodeInput,
  define: () => import('../define/mfa-code-input.js'),
  parts: ['boxes', 'box', 'error'],
});

describe('<mfa-code-input>: one real field, drawn as boxes', () => {
  it('keeps one input in the page’s own DOM, where password managers look', async () => {
    await made();
    const inputs = document.querySelectorAll<HTMLInputElement>('input[autocomplete="one-time-code"]');
    expect(inputs).to.have.lengthOf(1);
    expect(inputs[0]).to.include({ type: 'text', inputMode: 'numeric', name: 'code' });
    expect(inputs[0]?.hasAttribute('maxlength'), 'maxlength would cut a pasted 123-456').to.equal(false);
  });

  it('shows a value that was set before it was on the page, or before its tag was defined', async () => {
    const early = new MfaCodeInput();
    early.value = '123 456';
    document.body.append(early);
    await settled(early);
    expect([early.value, field(early).value]).to.deep.equal(['123456', '123456']);
    early.remove();

    const undefinedYet = Object.assign(document.createElement('early-code-input'), { value: '654321' });
    document.body.append(undefinedYet);
    customElements.define('early-code-input', class extends MfaCodeInput {});
    const upgraded = undefinedYet as unknown as MfaCodeInput;
    await settled(upgraded);
    expect([upgraded.value, field(upgraded).value]).to.deep.equal(['654321', '654321']);
    upgraded.clear();
    expect(field(upgraded).value).to.equal('');
    upgraded.remove();
  });

  it('names it by a real label, in English by default, by property or by slot', async () => {
    const element = await made();
    expect(field(element).labels?.[0]?.textContent).to.equal('Verification code');
    element.label = 'Code from your app';
    await settled(element);
    expect(field(element).labels?.[0]?.textContent).to.equal('Code from your app');
  });

  it('uses the input and the label that the page supplies, and adds what they lack', async () => {
    const element = await fixture<MfaCodeInput>(
      html`<mfa-code-input
        ><label slot="label" for="own">Code</label><input id="own" slot="input" name="otp"
      /></mfa-code-input>`,
    );
    await settled(element);
    expect(field(element).id).to.equal('own');
    // Not the property, which knows the browser's own names only.
    expect(field(element).getAttribute('autocomplete')).to.equal('one-time-code');
    expect(field(element).name).to.equal('otp');
    expect(element.querySelectorAll('input, label')).to.have.lengthOf(2);
    await expect(element).to.be.accessible();
  });

  it('uses an input that the page supplies late, and keeps what was typed', async () => {
    const element = await made();
    element.focus();
    await sendKeys({ type: '12' });
    const late = document.createElement('input');
    late.slot = 'input';
    late.ariaLabel = 'Code';
    element.append(late);
    await settled(element);
    expect(field(element) === late).to.equal(true);
    expect(element.querySelectorAll('input')).to.have.lengthOf(1);
    expect(element.value).to.equal('12');
  });

  it('reaches the outermost page through every shadow root that forwards its slot', async () => {
    const inner = await fixture<HTMLElement>(html`<section></section>`);
    const middle = inner.attachShadow({ mode: 'open' });
    const wrapper = document.createElement('article');
    const outward = document.createElement('slot');
    outward.name = 'code';
    outward.slot = 'inner-code';
    wrapper.append(outward);
    middle.append(wrapper);
    const element = document.createElement('mfa-code-input');
    const forwarding = document.createElement('slot');
    forwarding.name = 'inner-code';
    forwarding.slot = 'input';
    element.append(forwarding);
    wrapper.attachShadow({ mode: 'open' }).append(element);
    await settled(element);
    const input = document.querySelector<HTMLInputElement>('section > input[slot=code]');
    expect(input === element.input).to.equal(true);
    input?.focus();
    await sendKeys({ type: '123456' });
    await settled(element);
    expect(boxes(element).join('')).to.equal('123456');
    element.remove();
    expect(document.querySelector('section > *')).to.equal(null);
  });

  it('hides the boxes from assistive technology and keeps them left to right', async () => {
    const parent = await fixture(html`<div dir="rtl"><mfa-code-input></mfa-code-input></div>`);
    const element = parent.querySelector('mfa-code-input')!;
    await settled(element);
    expect(deep(element, '[part=boxes]').ariaHidden).to.equal('true');
    const [first, last] = [0, 5].map(
      (index) => deepAll(element, '[part~=box]')[index]?.getBoundingClientRect().left ?? 0,
    );
    expect(first).to.be.lessThan(last ?? 0);
  });

  it('covers all boxes with the input, so that a touch anywhere lands in it', async () => {
    const element = await made();
    const row = deep(element, '[part=boxes]').getBoundingClientRect();
    const input = field(element).getBoundingClientRect();
    expect([input.left, input.top, input.right, input.bottom].map(Math.round)).to.deep.equal(
      [row.left, row.top, row.right, row.bottom].map(Math.round),
    );
  });
});

describe('<mfa-code-input>: what may be entered', () => {
  it('shows each digit in its box and marks the box at the caret', async () => {
    const element = await made();
    element.focus();
    await sendKeys({ type: '12' });
    await settled(element);
    expect(boxes(element)).to.deep.equal(['1', '2', '', '', '', '']);
    expect(deepAll(element, '[part~=box-filled]')).to.have.lengthOf(2);
    const active = deepAll(element, '[part~=box]').findIndex((box) => box.part.contains('box-active'));
    expect(active).to.equal(2);
  });

  for (const pasted of [
    '123 456',
    '123-456',
    ' 1 2 3 4 5 6\n',
    '１２３４５６',
    '١٢٣٤٥٦',
    '۱۲۳ ۴۵۶',
    '1234567',
  ]) {
    it(`takes ${JSON.stringify(pasted)} for 123456`, async () => {
      const element = await made();
      element.focus();
      paste(field(element), pasted);
      await settled(element);
      expect(element.value).to.equal('123456');
      expect(field(element).value).to.equal('123456');
    });
  }

  it('drops what is no digit', async () => {
    const element = await made();
    element.focus();
    await sendKeys({ type: '1a2b' });
    expect(element.value).to.equal('12');
  });

  it('says once that it is complete, and again only after it was not', async () => {
    const element = await made();
    const count = completions(element);
    element.focus();
    await sendKeys({ type: '123456' });
    await sendKeys({ type: '7' });
    expect(count()).to.equal(1);
    await settled(element);
    expect(element.matches(':state(complete)')).to.equal(true);
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: '0' });
    expect(count()).to.equal(2);
  });

  it('carries no code in its event and lets it out of no shadow root', async () => {
    const element = await made();
    let seen: Event | undefined;
    element.addEventListener('mfa-code-complete', (event) => (seen = event));
    element.focus();
    await sendKeys({ type: '123456' });
    expect(seen?.composed).to.equal(false);
    expect(JSON.stringify(seen)).to.not.contain('123456');
  });

  for (const event of ['focusin', 'change'] as const) {
    it(`reads back on ${event} what a password manager wrote silently`, async () => {
      const element = await made();
      const count = completions(element);
      field(element).value = '654321';
      field(element).dispatchEvent(new Event(event, { bubbles: true }));
      await settled(element);
      expect(boxes(element).join('')).to.equal('654321');
      expect(count()).to.equal(1);
    });
  }

  it('reads back on submission what was written silently', async () => {
    const element = await made();
    field(element).value = '654 321';
    expect(element.value).to.equal('654321');
  });

  it('shows a value set by the page, without saying that it is complete', async () => {
    const element = await made();
    const count = completions(element);
    element.value = '111222';
    await settled(element);
    expect(boxes(element).join('')).to.equal('111222');
    expect(count()).to.equal(0);
  });
});

describe('<mfa-code-input>: forms and refusals', () => {
  async function inForm(): Promise<{
    element: MfaCodeInput;
    form: HTMLFormElement;
    submissions: () => FormData[];
  }> {
    const form = await fixture<HTMLFormElement>(
      html`<form><mfa-code-input name="otp"></mfa-code-input><button>Go</button></form>`,
    );
    const element = form.querySelector('mfa-code-input')!;
    const submitted: FormData[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted.push(new FormData(form));
    });
    await settled(element);
    return { element, form, submissions: () => submitted };
  }

  it('submits its form by requestSubmit() when it is complete', async () => {
    const { element, submissions } = await inForm();
    element.focus();
    await sendKeys({ type: '123456' });
    expect(submissions().map((data) => data.get('otp'))).to.deep.equal(['123456']);
  });

  it('submits nothing by itself when the event is prevented', async () => {
    const { element, submissions } = await inForm();
    element.addEventListener('mfa-code-complete', (event) => {
      event.preventDefault();
    });
    element.focus();
    await sendKeys({ type: '123456' });
    expect(submissions()).to.have.lengthOf(0);
    await sendKeys({ press: 'Enter' });
    expect(submissions()).to.have.lengthOf(1);
  });

  it('shows what the field holds after its form was reset, in a shadow root too', async () => {
    const host = await fixture<HTMLElement>(html`<section></section>`);
    const form = document.createElement('form');
    const element = new MfaCodeInput();
    form.append(element);
    host.attachShadow({ mode: 'open' }).append(form);
    await settled(element);
    element.value = '123456';
    await settled(element);
    form.reset();
    await comes(() => boxes(element).join('') === '', 'the boxes are empty');
    expect(element.value).to.equal('');
    expect(element.matches(':state(complete)')).to.equal(false);
  });

  it('shows a refusal as one alert, ties it to the field, and takes both back', async () => {
    const element = await made();
    element.error = 'That code isn’t right.';
    await settled(element);
    expect(deepAll(element, '[role=alert]').map((alert) => alert.textContent)).to.deep.equal([
      'That code isn’t right.',
    ]);
    expect(field(element).getAttribute('aria-invalid')).to.equal('true');
    const description = document.getElementById(field(element).getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).to.equal('That code isn’t right.');
    expect(element.matches(':state(invalid)')).to.equal(true);
    await expect(element).to.be.accessible();
    element.error = '';
    await settled(element);
    expect(field(element).hasAttribute('aria-invalid')).to.equal(false);
    expect(field(element).hasAttribute('aria-describedby')).to.equal(false);
  });

  it('is emptied by clear() and keeps the focus', async () => {
    const element = await made();
    element.focus();
    await sendKeys({ type: '123456' });
    element.clear();
    await settled(element);
    expect(element.value).to.equal('');
    expect(focused()).to.equal('one-time-code');
  });

  it('marks the field for a page that shows the reason itself, until the next change', async () => {
    const element = await made();
    element.invalid = true;
    await settled(element);
    expect(field(element).getAttribute('aria-invalid')).to.equal('true');
    element.focus();
    await sendKeys({ type: '1' });
    await settled(element);
    expect(field(element).hasAttribute('aria-invalid')).to.equal(false);
  });
});
