import { css } from 'lit';

/**
 * All cards are as wide as the element. What stands below a card stays out of sight until that card has something to show, and all that the
 * page slots between them until it is known which cards there are: nothing that is seen is ever pushed about.
 */
export const mfaSettingsStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
    max-inline-size: 31rem;
  }
  ::part(base) {
    max-inline-size: none;
  }
  .undecided ~ slot,
  :is(mfa-enroll, passkey-list, totp-list, recovery-codes, remembered-devices, active-sessions):state(
      _reading
    )
    ~ * {
    visibility: hidden;
  }
`;
