import type { PropertyDeclarations } from 'lit';
import { focusTitle } from './focus-title.js';
import { MfaElement } from './mfa-element.js';
import { alertStyles } from './styles/alerts.js';
import { buttonStyles } from './styles/buttons.js';
import { cardStyles } from './styles/card.js';

/** An element that shows one `card()`: how it is headed, and where the focus goes with what changes in it. */
export abstract class CardElement extends MfaElement {
  static override properties: PropertyDeclarations = { heading: {}, description: {} };

  static override styles = [...MfaElement.styles, cardStyles, buttonStyles, alertStyles];

  /** Instead of the heading; for markup there is the slot `title`. */
  heading = '';

  /** Instead of what stands below the heading; for markup there is the slot `description`. */
  description = '';

  /** What gets the focus with the next rendering: a selector. */
  protected focusWanted = '';

  /** Moves the focus to where the person goes on. */
  override focus(_options?: FocusOptions): void {
    focusTitle(this.renderRoot);
  }

  protected override updated(): void {
    const wanted = this.focusWanted;
    this.focusWanted = '';
    if (wanted) this.focusOn(wanted);
  }

  /** Moves the focus to a place in the card; to its heading where that place is gone. @param place a selector. */
  protected focusOn(place: string): void {
    const found = this.renderRoot.querySelector<HTMLElement>(place);
    if (!found || place === '[part=title]') focusTitle(this.renderRoot);
    else found.focus();
  }
}
