import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Adoption } from '../client/views-administration.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { adoptionFigures as english, type AdoptionFiguresStrings } from '../languages/en/adoption-figures.js';
import { formatCount, formatDay, formatShare } from './amounts.js';

interface Table {
  /** By which the heading is known to what scrolls. */
  name: string;
  heading: string;
  /** Of the columns; the first names the rows. */
  columns: readonly string[];
  rows: readonly (readonly unknown[])[];
}

/** By tier; nothing where the host has none. */
export function renderTiers(element: MfaElement, { byTier }: Adoption): unknown {
  if (!byTier.some(({ tier }) => tier !== null)) return nothing;
  const texts = textsOf(element);
  const { count, share } = amountsOf(element, texts);
  return renderTable({
    name: 'tiers',
    heading: texts.byTier,
    columns: [texts.tier, texts.share, texts.enrolled, texts.people],
    rows: byTier.map((each) => [
      html`<bdi>${each.tier ?? texts.noTier}</bdi>`,
      withBar(each.share, share(each.share)),
      count(each.enrolled),
      count(each.people),
    ]),
  });
}

/** What people sign in with. */
export function renderMethods(element: MfaElement, { methods }: Adoption): TemplateResult {
  const texts = textsOf(element);
  const { count, share } = amountsOf(element, texts);
  return renderTable({
    name: 'methods',
    heading: texts.methods,
    columns: [texts.method, texts.share, texts.signIns],
    rows: methods.map((each) => [
      texts.methodNames[each.method] ?? each.method,
      withBar(each.share, share(each.share)),
      count(each.signIns),
    ]),
  });
}

/** All that the chart is drawn of, and what it has no room for. */
export function renderNumbers(element: MfaElement, { series, step }: Adoption): TemplateResult {
  const texts = textsOf(element);
  const { count, share } = amountsOf(element, texts);
  const day = (one: string): TemplateResult =>
    html`<time datetime=${one}>${formatDay(element.language, one)}</time>`;
  return renderTable({
    name: 'numbers',
    heading: texts.numbers,
    columns: [
      texts[step],
      texts.share,
      texts.enrolled,
      texts.people,
      texts.signIns,
      texts.byRecoveryCode,
      texts.attempts,
      texts.failed,
    ],
    rows: series.map((point) => [
      point.from === point.to ? day(point.from) : html`${day(point.from)} – ${day(point.to)}`,
      share(point.share),
      ...[point.enrolled, point.people].map((people) => (people === null ? texts.none : count(people))),
      ...[point.signIns, point.byRecoveryCode, point.attempts, point.failed].map(count),
    ]),
  });
}

const textsOf = (element: MfaElement): AdoptionFiguresStrings => element.strings('adoptionFigures', english);

function amountsOf({ language }: MfaElement, { none }: AdoptionFiguresStrings) {
  return {
    count: (amount: number): string => formatCount(language, amount),
    share: (part: number | null): string => formatShare(language, part, none),
  };
}

/** A table scrolls by itself where there is not enough room, also by keyboard. */
function renderTable({ name, heading, columns, rows }: Table): TemplateResult {
  const [first, ...others] = columns;
  return html`<div class="titled">
    <h3 id=${name}>${heading}</h3>
    <div class="scroll" role="region" aria-labelledby=${name} tabindex="0">
      <table part="table" aria-labelledby=${name}>
        <thead>
          <tr>
            <th scope="col">${first}</th>
            ${others.map((column) => html`<th scope="col" class="amount">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([title, ...amounts]) =>
              html`<tr>
                <th scope="row">${title}</th>
                ${amounts.map((amount) => html`<td class="amount">${amount}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </div>`;
}

/** The number tells it all; the bar is for those who look. */
function withBar(share: number | null, text: string): TemplateResult {
  const bar = svg`<rect class="track" width="100" height="1" /><rect class="filled" width=${(share ?? 0) * 100} height="1" />`;
  return html`${text}<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      ${bar}
    </svg>`;
}
