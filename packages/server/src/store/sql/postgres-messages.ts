import type { SqlValue } from './unit-of-work.ts';

const INT16 = 2;
const INT32 = 4;

/** Written over by each round trip; grows with the largest. */
let scratch = Buffer.allocUnsafe(16_384);

/**
 * Messages of PostgreSQL's extended protocol, one behind the other, to be sent in one piece: a piece of its own for each costs more than what is
 * in it. https://www.postgresql.org/docs/current/protocol-message-formats.html
 *
 * One is finished before another begins.
 */
export class Messages {
  #end = 0;
  #length = 0;

  /** A statement to be known by a name; the empty name is forgotten with the next. */
  parse(name: string, text: string): void {
    this.#begin('P');
    this.#text(name);
    this.#text(text);
    this.#int16(0);
    this.#finish();
  }

  /** @param name A statement that was parsed. @param values Go there as text, and what is answered comes as text. */
  bind(name: string, values: readonly SqlValue[]): void {
    this.#begin('B');
    this.#text('');
    this.#text(name);
    this.#int16(0);
    this.#int16(values.length);
    for (const value of values) this.#value(value);
    this.#int16(0);
    this.#finish();
  }

  /** Asks for the columns of what was bound. */
  describe(): void {
    this.#begin('D');
    this.#text('P');
    this.#finish();
  }

  /** Asks for all rows of what was bound. */
  execute(): void {
    this.#begin('E');
    this.#text('');
    this.#int32(0);
    this.#finish();
  }

  /** A statement to be forgotten, if it is known. */
  close(name: string): void {
    this.#begin('C');
    this.#text(`S${name}`);
    this.#finish();
  }

  /** Where the server commits, and answers. */
  sync(): void {
    this.#begin('S');
    this.#finish();
  }

  /** All of them. */
  take(): Buffer {
    return Buffer.from(scratch.subarray(0, this.#end));
  }

  #begin(type: string): void {
    this.#room(1 + INT32);
    this.#end = scratch.writeUInt8(type.charCodeAt(0), this.#end);
    this.#length = this.#end;
    this.#end += INT32;
  }

  #finish(): void {
    scratch.writeInt32BE(this.#end - this.#length, this.#length);
  }

  #value(value: SqlValue): void {
    if (value === null) {
      this.#int32(-1);
      return;
    }
    const text = typeof value === 'string' ? value : String(value);
    this.#room(INT32 + 3 * text.length);
    const written = scratch.write(text, this.#end + INT32);
    scratch.writeInt32BE(written, this.#end);
    this.#end += INT32 + written;
  }

  #text(text: string): void {
    this.#room(3 * text.length + 1);
    this.#end += scratch.write(text, this.#end);
    this.#end = scratch.writeUInt8(0, this.#end);
  }

  #int16(value: number): void {
    this.#room(INT16);
    this.#end = scratch.writeInt16BE(value, this.#end);
  }

  #int32(value: number): void {
    this.#room(INT32);
    this.#end = scratch.writeInt32BE(value, this.#end);
  }

  #room(bytes: number): void {
    if (this.#end + bytes <= scratch.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#end + bytes));
    scratch.copy(larger, 0, 0, this.#end);
    scratch = larger;
  }
}
