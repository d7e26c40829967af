import { leafCode, type Program } from '@chainrule/core';

/** Instructions that compute the same expression of equally built leaves have one colour. */
export interface Colours {
  /** The colour of each instruction; those of operations are numbered by first occurrence: above those of its arguments. */
  readonly colour: Int32Array;
  readonly count: number;
  /** The operations that are needed, by colour: those of colour c are `sorted[from[c]] … sorted[from[c + 1] − 1]`. */
  readonly sorted: Int32Array;
  readonly from: Int32Array;
}

/**
 * Colours a program: all inputs alike, all parameters alike, each constant by itself, operations by what they are and by the colours
 * of their arguments in order. Equal colours mean equal heights, so none depends on another.
 */
export function coloursOf({ length, op, args, argStart, slots, parameters }: Program, uses: Int32Array): Colours {
  const leaves = slots + parameters.length;
  const colour = new Int32Array(length).fill(1, slots, leaves);
  const from = new Int32Array(length + 4); // first, how many operations the colour two before has
  const mask = 2 ** Math.ceil(Math.log2(1.5 * (length - leaves) + 2)) - 1;
  const table = new Int32Array(mask + 1); // open addressing: the first operation of a colour; 0 = empty
  let count = 2;

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

  for (let id = leaves; id < length; id++) {
    if (op[id] === leafCode.constant) colour[id] = -id;
    else if (uses[id]) {
      const end = argStart[id + 1] as number;
      let hash = op[id] as number;
      let latest = 0;
      for (let i = argStart[id] as number; i < end; i++) {
        const its = colour[args[i] as number] as number;
        if (its > latest) latest = its;
        hash = Math.imul(hash ^ its, 0x9e3779b1);
        hash ^= hash >>> 15;
      }
      let at = latest & mask; // first, near the colours before: it is in the cache
      const step = (hash >>> 16) | 1; // odd, so that all places are tried, and seldom 1: those taken first lie side by side
      for (; table[at] !== 0 && !isAlike(id, table[at] as number); hash += step) at = hash & mask;
      if (table[at] === 0) {
        table[at] = id;
        colour[id] = count++;
      } else colour[id] = colour[table[at] as number] as number;
      from[(colour[id] as number) + 2]!++;
    }
  }
  for (let c = 2; c <= count; c++) from[c + 1]! += from[c] as number;
  const sorted = new Int32Array(from[count + 1] as number);
  for (let id = leaves; id < length; id++)
    if (uses[id] && op[id] !== leafCode.constant) sorted[from[(colour[id] as number) + 1]!++] = id;
  return { colour, count, sorted, from };
}
