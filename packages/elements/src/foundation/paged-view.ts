import { nothing, type CSSResult } from 'lit';
import { DeferredView, type ViewedFlow } from './deferred-view.js';
import type { MfaElement } from './mfa-element.js';
import { RelativeTimes } from './relative-times.js';

/** What a view asks of the flow of a paged list. */
interface ViewedPages extends ViewedFlow {
  readonly state: { name: string };
  readonly entries: readonly { id: string }[];
  readonly hasMore: boolean;
  readonly isReadingOn: boolean;
  showMore(): void;
}

/**
 * What a deferred element shows of a paged list. Owns where its entries stand, and the button below them; what they say is each list's own
 * matter.
 */
export abstract class PagedView<Element extends MfaElement, Paged extends ViewedPages> extends DeferredView<
  Element,
  Paged
> {
  readonly #row: string;

  /** @param row all entries: a selector. */
  constructor(element: Element, row: string, ...styles: CSSResult[]) {
    super(element, ...styles);
    this.#row = row;
    new RelativeTimes(element);
  }

  /** Nothing is there, or nothing is found. */
  protected get isEmpty(): boolean {
    return this.flow.state.name === 'list' && !this.flow.entries.length;
  }

  /** Where an entry stands: a selector; empty where it is not on show. */
  protected rowOf(entry: { id: string } | undefined): string {
    const index = this.flow.entries.findIndex(({ id }) => id === entry?.id);
    return index < 0 ? '' : `${this.#row}:nth-child(${String(index + 1)})`;
  }

  /** Tells how many came, and leads to the first of them. @param first undefined where all were known. */
  protected tellMore(text: string, first: { id: string } | undefined): void {
    this.element.announce(text);
    this.focusWanted = this.rowOf(first) || '[part=title]';
  }

  /** Below the list: what is further down. @param working stands on the button until it is there. */
  protected renderMore(text: string, working: string): unknown {
    const { hasMore, isReadingOn } = this.flow;
    if (!hasMore) return nothing;
    const click = (): void => {
      this.flow.showMore();
    };
    return this.renderEndButton({ text: isReadingOn ? working : text, click, isBusy: isReadingOn });
  }
}
