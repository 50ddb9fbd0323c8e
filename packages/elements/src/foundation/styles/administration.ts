import { css } from 'lit';

/** What the cards of those who administer have in common: more room than a person's own, and panels with fields in them. */
export const administrationStyles = css`
  [part='base'] {
    max-inline-size: 48rem;
  }
  .content {
    grid-template-columns: minmax(0, 1fr);
  }
  .panel h3 {
    font-size: 1.0625em;
    line-height: 1.3;
    outline: none;
  }
  .panel ul {
    display: grid;
    gap: var(--_space-1);
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .panel form,
  .written {
    display: grid;
    gap: var(--_space-4);
  }
  .written {
    gap: var(--_space-1);
  }
  .written [part='hint'] {
    font-size: 0.9375em;
  }
  .written [part='input'] {
    margin-block-start: var(--_space-1);
  }
  [type='date'] {
    max-inline-size: 12rem;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-4);
    padding-block: var(--_space-4);
    border-block-start: 1px solid var(--_hairline);
  }
  .row:last-child {
    padding-block-end: 0;
  }
  .about {
    flex: 1 1 16rem;
    min-inline-size: 0;
  }
  .row > [part='actions'] [part~='button'] {
    min-inline-size: 0;
    margin-block: calc(-1 * var(--_space-2));
  }
  .row > .panel {
    flex: 1 0 100%;
    min-inline-size: 0;
  }
  .name {
    overflow-wrap: anywhere;
  }
  .mark {
    color: var(--_quiet);
    font-weight: 400;
  }
  .attention {
    color: var(--_warning);
  }
  .done {
    color: var(--_success);
  }
`;
