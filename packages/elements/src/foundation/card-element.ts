import type { PropertyDeclarations } from 'lit';
import { MfaElement } from './mfa-element.js';
import { alertStyles } from './styles/alerts.js';
import { buttonStyles } from './styles/buttons.js';
import { cardStyles } from './styles/card.js';

/** An element that shows one `card()`, and lets the page say how it is headed. */
export abstract class CardElement extends MfaElement {
  static override properties: PropertyDeclarations = { heading: {}, description: {} };

  static override styles = [...MfaElement.styles, cardStyles, buttonStyles, alertStyles];

  /** Instead of the heading; for markup there is the slot `title`. */
  heading = '';

  /** Instead of what stands below the heading; for markup there is the slot `description`. */
  description = '';
}
