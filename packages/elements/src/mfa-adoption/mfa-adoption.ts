import { DeferredElement } from '../foundation/deferred-element.js';
import type { DeferredView } from '../foundation/deferred-view.js';
import { mfaAdoption as english, type MfaAdoptionStrings } from '../languages/en/mfa-adoption.js';
import { adoptionFigures } from './on-demand.js';

/**
 * For those whom the host's `authorize` lets read adoption; others are told so. What each number counts is in docs/adoption.md.
 * Where the page runs from right to left, so does time: the chart begins on the right, as its words and the bars in the tables do.
 *
 * @summary How many people have a second step, what they sign in with, and how that went: as figures, as a chart and as a table.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence below the heading.
 * @slot footer - Below everything.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What the figures are about.
 * @csspart filters - Which days the figures are of.
 * @csspart label - The label of a day.
 * @csspart input - The field for a day.
 * @csspart figure - A figure: what it is, the share, and of how many.
 * @csspart chart - The chart, with what it says in words.
 * @csspart table - A table of numbers.
 * @csspart hint - Of how many a share is, and what the chart says.
 * @csspart error - What went wrong, and who may not see the figures.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when there is nobody to count.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart footer - What the page slots.
 *
 * @cssprop [--mfa-adoption-chart-height=14rem] - Height of the chart.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - There is nobody to count.
 * @cssstate error - The server can't be reached, the person is signed out, or may not see the figures.
 * @cssstate invalid - The days were refused.
 */
export class MfaAdoption extends DeferredElement {
  protected override get words(): MfaAdoptionStrings {
    return this.strings('mfaAdoption', english);
  }

  protected override async fetchView(): Promise<() => DeferredView> {
    const { AdoptionFigures } = await adoptionFigures.load();
    return () => new AdoptionFigures(this);
  }
}
