import { css } from 'lit';

/** The switch stands beside the password's label: inside the field, password managers put their own button. */
export const signInStyles = css`
  .fields {
    display: grid;
    gap: var(--_space-4);
  }
  .passkey {
    flex: 1 1 100%;
  }
  .password {
    grid-template: 'label switch' auto 'input input' auto 'error error' auto / 1fr auto;
  }
  .password ::slotted(label) {
    grid-area: label;
  }
  .password ::slotted(input) {
    grid-area: input;
  }
  .password [part~='error'] {
    grid-area: error;
  }
  .password [part~='button'] {
    grid-area: switch;
    margin-block: calc(-1 * var(--_space-3));
    justify-content: end;
  }
`;
