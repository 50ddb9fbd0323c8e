/** Marks the sheet among what else stands in the body. */
const MARK = 'data-mfa-print-sheet';

/** On paper there is the sheet and nothing else of the page; on screen there is no sheet. */
const pageStyles = sheetOf(`
  @media screen {
    [data-mfa-print-sheet] {
      display: none !important;
    }
  }
  @media print {
    body > :not([data-mfa-print-sheet]) {
      display: none !important;
    }
    html,
    body {
      block-size: auto !important;
      min-block-size: 0 !important;
      margin: 0 !important;
      padding: 0 !important;
      overflow: visible !important;
      background: #fff !important;
    }
  }
`);

const sheetStyles = sheetOf(`
  :host {
    display: block;
    padding: 1cm;
    background: #fff;
    color: #000;
    font:
      11pt/1.5 system-ui,
      sans-serif;
  }
  h1 {
    margin: 0 0 8mm;
    font-size: 16pt;
    overflow-wrap: anywhere;
  }
  ol {
    margin: 0;
    padding-inline-start: 2.5em;
    columns: 2 5.5cm;
  }
  li {
    padding-block: 1.5mm;
    break-inside: avoid;
  }
  code {
    font:
      12pt ui-monospace,
      monospace;
    white-space: nowrap;
  }
`);

/**
 * Lets the page print some codes and nothing else. The sheet stands in the body, because no style can bring an element back on paper whose
 * surroundings are hidden there; adopted style sheets need nothing to be allowed in a Content-Security-Policy.
 */
export class PrintSheet {
  #sheet: HTMLElement | undefined;

  /** @param heading says what the codes are for. @param language of the heading. */
  open(heading: string, codes: readonly string[], language: string): void {
    if (this.#sheet) return;
    const sheet = (this.#sheet = document.createElement('section'));
    sheet.setAttribute(MARK, '');
    sheet.lang = language;
    const title = document.createElement('h1');
    title.textContent = heading;
    const list = document.createElement('ol');
    for (const code of codes) {
      const item = document.createElement('li');
      const text = document.createElement('code');
      text.textContent = code;
      item.append(text);
      list.append(item);
    }
    const root = sheet.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetStyles];
    root.append(title, list);
    document.body.append(sheet);
    document.adoptedStyleSheets.push(pageStyles);
  }

  /** Takes the sheet, and what it does to the page, away. */
  close(): void {
    if (!this.#sheet) return;
    this.#sheet.remove();
    this.#sheet = undefined;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== pageStyles);
  }
}

function sheetOf(styles: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}
