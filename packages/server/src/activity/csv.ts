/** What a spreadsheet takes for the beginning of a formula (rule B6). */
const FORMULA = /^[=+\-@\t\r]/;

/** Tells spreadsheets that the text is UTF-8; everybody else skips it. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A cell is quoted in any case, so that no separator of another country's spreadsheets begins a new one inside of it. */
function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** A line of CSV as RFC 4180 has it, whose cells a spreadsheet shows and does not run. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
