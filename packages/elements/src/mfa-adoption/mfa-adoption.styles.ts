import { css } from 'lit';

/** Stretched to its room, a drawing has no shape that could be distorted: lines keep their width, and texts stand beside it. */
export const mfaAdoptionStyles = css`
  [part='base'] {
    max-inline-size: 64rem;
    container-type: inline-size;
  }
  [part='filters'] {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space-3);
  }
  [part='filters'] [part='label'] {
    flex: 0 1 12rem;
    min-inline-size: 0;
  }
  [part='filters'] [part='error'] {
    flex-basis: 100%;
  }
  h3 {
    font-size: 1.0625em;
    line-height: 1.3;
  }
  .titled,
  [part='chart'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_space-3);
    min-inline-size: 0;
    margin: 0;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
    gap: var(--_space-3);
    margin: 0;
  }
  [part='figure'] {
    display: grid;
    align-content: start;
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-s);
    background: var(--_raised);
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  .share {
    font-size: 1.75em;
    font-weight: 650;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
  }
  .plot {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_space-2);
    margin-block-start: var(--_space-2);
    color: var(--_quiet);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  .shares {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    margin: -0.75em 0;
    padding: 0;
    list-style: none;
    text-align: end;
  }
  .plot svg {
    inline-size: 100%;
    block-size: var(--mfa-adoption-chart-height, 14rem);
    overflow: visible;
  }
  .plot:dir(rtl) svg,
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }
  .days {
    display: flex;
    grid-column: 2;
    justify-content: space-between;
    gap: var(--_space-3);
  }
  .grid,
  .line {
    fill: none;
    vector-effect: non-scaling-stroke;
  }
  .grid {
    stroke: var(--_hairline);
  }
  .line {
    stroke: var(--_accent);
    stroke-width: 2.5px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .dot {
    stroke-width: 8px;
  }
  .area {
    fill: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .scroll {
    max-block-size: 20rem;
    overflow: auto;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-s);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: var(--_space-2) var(--_space-3);
    border-block-end: 1px solid var(--_hairline);
    font-weight: 400;
    text-align: start;
  }
  tr:last-child > :is(th, td) {
    border-block-end: 0;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_raised);
    font-weight: 600;
  }
  tbody time {
    white-space: nowrap;
  }
  .amount {
    text-align: end;
  }
  .bar {
    display: block;
    inline-size: 100%;
    min-inline-size: 3rem;
    block-size: 0.375rem;
    margin-block-start: var(--_space-1);
  }
  .track {
    fill: var(--_hairline);
  }
  .filled {
    fill: var(--_accent);
  }
  @container (min-width: 44rem) {
    .beside {
      grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr));
    }
  }
  @media (forced-colors: active) {
    .grid {
      stroke: GrayText;
    }
    .line {
      stroke: CanvasText;
    }
    .area {
      fill: none;
    }
    .track {
      fill: GrayText;
    }
    .filled {
      fill: CanvasText;
    }
  }
`;
