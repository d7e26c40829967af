import type { Row } from './formula.ts';
import { slotted } from './slots.ts';

/** Writes numbers into the rows of a formula, and puts rows in the place of others. */
export interface SheetWriter {
  /** Takes the rows of a formula that is new on the page: of each the elements that have numbers, as they are. */
  take(rows: readonly (readonly Element[])[]): void;
  /** Writes what has changed, soon: rows whose shape is new, and the numbers of all rows in order. */
  write(texts: readonly string[], rows?: readonly Row[]): void;
  stop(): void;
}

/** What a writer works with. */
export interface SheetWork {
  /** Puts a row in its place; gives the elements that have its numbers. */
  renew(row: Row): readonly Element[];
  /** Rows are written now until so many numbers have been, none if it is 0: laying out more makes the page stutter. */
  most(): number;
  /** Whether a row, or a number of it, is to be written now. */
  isWanted(place: number, number?: Element): boolean;
  /** Called when all that is wanted has been written. */
  done(): void;
  /** Does something a moment later, unless what it gives back is called before. */
  soon(act: () => void): () => void;
}

/** A writer that spreads what changes over frames, row by row: a browser lays out a row as a whole. */
export function sheetWriter({ renew, most, isWanted, done, soon }: SheetWork): SheetWriter {
  let elements: (readonly Element[])[] = [];
  let wanted: readonly (readonly string[])[] = [];
  let counts: number[] = []; // of the numbers in each row, once all is written
  const waiting = new Map<number, Row>();
  let place = 0;
  let cancel: (() => void) | undefined;

  /** Writes a row, and tells how many numbers that were. */
  const writeRow = (at: number): number => {
    if (!isWanted(at)) return 0;
    const row = waiting.get(at);
    if (row !== undefined) {
      waiting.delete(at);
      elements[at] = renew(row);
    }
    const texts = wanted[at] ?? [];
    const changed = [...(elements[at] ?? []).entries()].filter(
      ([i, element]) =>
        texts[i] !== undefined && texts[i] !== element.textContent && (row !== undefined || isWanted(at, element)),
    );
    for (const [i, element] of changed) element.textContent = texts[i] as string;
    return row === undefined ? changed.length : (elements[at]?.length ?? 0);
  };
  const go = (): void => {
    cancel = undefined;
    let written = 0;
    let seen = 0;
    const limit = most();
    for (; seen < elements.length && written < limit; seen++) {
      written += writeRow(place);
      place = (place + 1) % elements.length;
    }
    if (seen < elements.length) cancel = soon(go);
    else done();
  };
  return {
    take: (rows) => {
      elements = [...rows];
      counts = rows.map(({ length }) => length);
      waiting.clear();
      place = 0;
    },
    write: (texts, rows = []) => {
      for (const row of rows) {
        waiting.set(row.place, row);
        counts[row.place] = slotted(row.text).slots.length;
      }
      let end = 0;
      wanted = counts.map((count) => {
        end += count;
        return texts.slice(end - count, end);
      });
      cancel ??= soon(go);
    },
    stop: () => {
      cancel?.();
      cancel = undefined;
    },
  };
}
