import { firstPrimitive, leafCode, type Program } from '@chainrule/core';

/** Instructions that compute the same expression of equally built leaves have one colour. */
export interface Colours {
  /** The colour of each instruction, numbered by first occurrence: above those of its arguments. */
  readonly colour: Int32Array;
  readonly count: number;
  /** The first instruction of each colour. */
  readonly first: Int32Array;
}

/**
 * Colours a program: all inputs alike, all parameters alike, each constant by itself, operations by what they are and by the colours
 * of their arguments in order. Equal colours mean equal heights, so none depends on another.
 */
export function coloursOf({ length, op, args, argStart }: Program): Colours {
  const colour = new Int32Array(length);
  const first = new Int32Array(length);
  const hashes = new Int32Array(length);
  const mask = 2 ** Math.ceil(Math.log2(2 * length + 2)) - 1;
  const table = new Int32Array(mask + 1); // open addressing: 0 = empty, else colour + 1
  const leaves = [-1, -1, -1];
  let count = 0;
  const next = (id: number): number => {
    first[count] = id;
    return count++;
  };

  const isAlike = (id: number, other: number): boolean => {
    let i = argStart[id] as number;
    let j = argStart[other] as number;
    const end = argStart[id + 1] as number;
    if (op[id] !== op[other] || end - i !== (argStart[other + 1] as number) - j) return false;
    while (i < end && colour[args[i] as number] === colour[args[j] as number]) {
      i++;
      j++;
    }
    return i === end;
  };

  for (let id = 0; id < length; id++) {
    const code = op[id] as number;
    if (code < firstPrimitive) {
      const known = leaves[code] as number;
      colour[id] = code === leafCode.constant || known < 0 ? next(id) : known;
      leaves[code] = colour[id] as number;
      continue;
    }
    let hash = code;
    for (let i = argStart[id] as number; i < (argStart[id + 1] as number); i++) {
      hash = Math.imul(hash ^ (colour[args[i] as number] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let at = hash & mask;
    for (; table[at] !== 0; at = (at + 1) & mask) {
      const known = (table[at] as number) - 1;
      if (hashes[known] === hash && isAlike(id, first[known] as number)) break;
    }
    if (table[at] === 0) {
      hashes[count] = hash;
      table[at] = next(id) + 1;
    }
    colour[id] = (table[at] as number) - 1;
  }
  return { colour, count, first };
}

/** The operations that are needed, sorted by colour: those of colour c are `sorted[from[c]] … sorted[from[c + 1] − 1]`. */
export function byColour(
  { length, op }: Program,
  phase: Int32Array,
  { colour, count }: Colours,
): { sorted: Int32Array; from: Int32Array } {
  const isNeeded = (id: number): boolean => (phase[id] as number) >= 0 && (op[id] as number) >= firstPrimitive;
  const from = new Int32Array(count + 1);
  for (let id = 0; id < length; id++) if (isNeeded(id)) from[(colour[id] as number) + 1]!++;
  for (let c = 0; c < count; c++) from[c + 1]! += from[c] as number;
  const sorted = new Int32Array(from[count] as number);
  const at = from.slice();
  for (let id = 0; id < length; id++) if (isNeeded(id)) sorted[at[colour[id] as number]!++] = id;
  return { sorted, from };
}
