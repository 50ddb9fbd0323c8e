import { CardElement } from './card-element.js';
import { iconStyles } from './styles/icons.js';
import { focusTitle } from './focus-title.js';

/** A card in which what is shown changes with what the person does, and the focus with it. */
export abstract class ChangingCard extends CardElement {
  static override styles = [...CardElement.styles, iconStyles];

  /** What gets the focus with the next rendering: a selector. */
  protected focusWanted = '';

  /** Moves the focus to where the person goes on. */
  override focus(): void {
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
