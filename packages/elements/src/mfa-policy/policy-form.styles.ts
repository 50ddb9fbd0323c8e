import { css } from 'lit';

export const policyFormStyles = css`
  [part='base'] {
    max-inline-size: 40rem;
  }
  .entry {
    display: grid;
    gap: var(--_space-1);
  }
  .entry [part='input'] {
    margin-block-start: var(--_space-1);
  }
  .entry [name='graceDays'] {
    max-inline-size: 7rem;
  }
  .entry [part='hint'] {
    font-size: 0.9375em;
  }
  .switch {
    display: flex;
    gap: var(--_space-3);
    align-items: center;
    min-block-size: var(--_control);
    font-weight: 600;
    cursor: pointer;
  }
  .switch input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .switch + [part='hint'] {
    margin-block-start: calc(-1 * var(--_space-2));
    margin-inline-start: 2rem;
  }
  [part='consequences'] {
    display: grid;
    gap: var(--_space-2);
    padding: var(--_space-4);
    border-radius: var(--_radius-s);
    background: var(--_raised);
  }
  [part='consequences'] h3 {
    font-size: 1em;
  }
  [part='consequences'] ul {
    display: grid;
    gap: var(--_space-2);
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  form {
    display: grid;
    gap: var(--_space-5);
  }
`;
