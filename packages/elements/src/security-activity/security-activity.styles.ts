import { css } from 'lit';

export const securityActivityStyles = css`
  [part='filters'] {
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-s);
  }
  summary {
    padding-block: var(--_space-1);
    font-weight: 600;
    cursor: pointer;
  }
  form {
    display: grid;
    gap: var(--_space-4);
    padding-block: var(--_space-3) var(--_space-2);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    gap: var(--_space-3) var(--_space-4);
  }
  [part='label'],
  [part='input'] {
    min-inline-size: 0;
  }
  .events,
  .advice {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .events:empty {
    display: none;
  }
  [part~='event'] {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-4);
    padding-block: var(--mfa-activity-row-gap, 1rem);
    border-block-start: 1px solid var(--_hairline);
  }
  [part~='event-suspicious'] {
    margin-inline: calc(-1 * var(--_space-3));
    padding-inline: var(--_space-3);
    background: color-mix(in srgb, var(--_warning) 8%, var(--_surface));
  }
  .about {
    flex: 1 1 16rem;
    min-inline-size: 0;
  }
  .report {
    margin-block: calc(-1 * var(--_space-2));
    padding-inline: 0;
  }
  .panel {
    flex: 1 0 100%;
  }
  #what-now {
    font-weight: 600;
    outline: none;
  }
  .advice {
    display: grid;
    gap: var(--_space-2);
    padding-inline-start: var(--_space-5);
    list-style: decimal;
  }
  .advice slot {
    display: block;
  }
  .fact {
    display: inline-block;
  }
  .unusual {
    color: var(--_warning);
    white-space: nowrap;
  }
  .unusual svg {
    inline-size: 0.875em;
    block-size: 0.875em;
    margin-inline-end: var(--_space-1);
    vertical-align: -0.05em;
  }
  .why {
    font-size: 0.9375em;
  }
  .why::before {
    content: '–\\2002' / '';
    color: var(--_warning);
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-3);
    color: var(--_quiet);
  }
  .files [part~='button'] {
    text-decoration: underline;
  }
`;
