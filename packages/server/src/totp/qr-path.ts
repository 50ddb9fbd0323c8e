import { create } from 'qrcode';

/** A QR code as one SVG path, so that a page shows it with nothing to allow in its Content-Security-Policy. */
export interface QrPath {
  /** Modules per side, the quiet zone of four on each side included: the view box is `0 0 size size`. */
  readonly size: number;
  /** The `d` of a `<path>` that is filled dark. */
  readonly path: string;
}

/** Modules of empty space that a scanner needs around the code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** Encodes a text. Dark modules that touch in a row become one rectangle. */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark = (row: number, column: number): boolean =>
    column < modules.size && modules.get(row, column) !== 0;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!dark(row, column)) continue;
      let length = 1;
      while (dark(row, column + length)) length += 1;
      path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`;
      column += length;
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path };
}
