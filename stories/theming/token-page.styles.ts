import { css } from 'lit';

export const tokenPageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(20rem, 1fr) minmax(20rem, 1fr);
    gap: 2rem;
    align-items: start;
    padding: 1rem;
    font: 1rem/1.5 var(--mfa-font-family, system-ui, sans-serif);
  }
  @media (max-width: 45rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  h2,
  h3,
  p,
  ul {
    margin-block: 0 0.75rem;
  }
  code,
  pre {
    font-family: var(--mfa-font-family-code, monospace);
  }
  .token {
    display: grid;
    gap: 0.25rem;
    padding-block: 0.75rem;
    border-block-end: 1px solid light-dark(#ccc, #555);
  }
  /* Heights are said: what a browser makes of a slider or of a font's own lines is different in each. */
  .token > * {
    line-height: 1.5rem;
  }
  .token small {
    color: light-dark(#545d6e, #aab3c2);
    line-height: 1.25rem;
  }
  .values {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    block-size: 2rem;
  }
  input[type='text'] {
    flex: 1;
    box-sizing: border-box;
    min-inline-size: 0;
    block-size: 2rem;
    padding: 0.25rem 0.5rem;
    font: 0.875rem/1.5 var(--mfa-font-family-code, monospace);
  }
  .result {
    position: sticky;
    inset-block-start: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
  }
  .warnings {
    padding-inline-start: 1.25rem;
  }
  pre {
    margin-block: 0 0.75rem;
    padding: 0.75rem;
    overflow: auto;
    background: light-dark(#f4f6f9, #20252e);
  }
  button {
    margin-inline-end: 0.5rem;
    padding: 0.375rem 0.75rem;
    font: inherit;
  }
`;
