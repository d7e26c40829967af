import { firstPrimitive, leafCode, type Program } from '@chainrule/core';
import { byColour, type Colours } from './colours.ts';
import { gridsOf } from './grids.ts';
import type { Phases } from './phases.ts';
import type { Usage } from './usage.ts';

/** What computes a unit: statements of a map block, a fold, an outer block; `copy` only stores what is there already. */
export const unitKind = { map: 0, fold: 1, outer: 2, copy: 3 } as const;

/** Where a unit's values are kept for others: among a phase's few scattered ones, or only as outputs; else a group's number. */
export const home = { scattered: -1, output: -2 } as const;

/** Instructions that are computed together, each by a row of one block. */
export interface Units {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly phase: Int32Array;
  readonly home: Int32Array;
  /** Of an outer block. */
  readonly columns: Int32Array;
  /** The instructions of unit u are `members[start[u]] … members[start[u] + rows[u] − 1]`. */
  readonly members: Int32Array;
  readonly start: Int32Array;
  readonly rows: Int32Array;
  /** The unit that computes each instruction; −1 for leaves and what is absorbed. */
  readonly of: Int32Array;
  /** 1 for the products that exist only inside of what reads them. */
  readonly absorbed: Uint8Array;
  /** How many instructions each group of a colour's values has. */
  readonly homes: readonly number[];
  /** Constants that a fold reads, which therefore need a row. */
  readonly rowed: ReadonlySet<number>;
}

/** Fewer rows than this are a matter for straight segments. */
const fewest = 4;
/** A list of fewer arguments is a fold only if there are several such. */
const longList = 8;
/** A fold has at least one run of so many equally built arguments. */
const longRun = 4;

/**
 * Divides the instructions of each colour into units, from the last colour to the first: what reads a product decides whether the
 * product is absorbed. Without colours each instruction is a unit of its own. Units stand in reverse order.
 */
export function unitsOf(program: Program, { phase, isSum }: Phases, usage: Usage, colours?: Colours): Units {
  const { length, op, rank, args, argStart, primitives, outputs } = program;
  const { uses, output, earlier } = usage;
  const room = 2 * length + outputs.length;
  const kinds = new Uint8Array(room);
  const phases = new Int32Array(room);
  const homeOf = new Int32Array(room);
  const columns = new Int32Array(room);
  const start = new Int32Array(room);
  const rows = new Int32Array(room);
  const members = new Int32Array(room);
  const of = new Int32Array(length).fill(-1);
  const absorbed = new Uint8Array(length);
  const homes: number[] = [];
  const rowed = new Set<number>();
  const isList = Uint8Array.from(primitives, ({ arity }) => (arity === undefined ? 1 : 0));
  const codeOf = (name: string): number =>
    firstPrimitive + primitives.findIndex((primitive) => primitive.name === name);
  const [add, multiply] = [codeOf('add'), codeOf('multiply')];
  let count = 0;
  let end = 0;

  /** A unit of the next n instructions behind `end`. */
  const close = (kind: number, itsHome: number, n: number, itsPhase: number): void => {
    kinds[count] = kind;
    homeOf[count] = itsHome;
    phases[count] = itsPhase;
    start[count] = end;
    rows[count] = n;
    end += n;
    count++;
  };

  const one = (id: number, itsHome: number): void => {
    members[end] = id;
    of[id] = count;
    close(unitKind.map, itsHome, 1, phase[id] as number);
  };

  const copy = (id: number, itsPhase: number): void => {
    members[end] = id;
    close(unitKind.copy, home.scattered, 1, itsPhase);
  };

  const unit = (kind: number, itsHome: number, ids: Int32Array, across = 0): void => {
    members.set(ids, end);
    columns[count] = across;
    for (const id of ids) of[id] = count;
    close(kind, itsHome, ids.length, phase[ids[0] as number] as number);
    if (itsHome === home.output || (kind !== unitKind.outer && ids.every(isOneOutput))) return;
    for (const id of ids) if ((output[id] as number) >= 0) copy(id, (phase[id] as number) + (isSum[id] as number));
  };

  const isOneOutput = (id: number): boolean =>
    (output[id] as number) >= 0 && (earlier[output[id] as number] as number) < 0;
  const isConstant = (id: number): boolean => op[id] === leafCode.constant;
  const argOf = (id: number, i: number): number => args[(argStart[id] as number) + i] as number;
  const arityOf = (id: number): number => (argStart[id + 1] as number) - (argStart[id] as number);
  const isProduct = (id: number): boolean =>
    op[id] === multiply && arityOf(id) === 2 && !isConstant(argOf(id, 0)) && !isConstant(argOf(id, 1));
  const isPrivate = (id: number): boolean => uses[id] === 1 && (output[id] as number) < 0;

  const fewOf = (ids: Int32Array, itsHome: number): void => {
    for (let i = ids.length - 1; i >= 0; i--) if (absorbed[ids[i] as number] === 0) one(ids[i] as number, itsHome);
  };

  /** Whether the arguments of a list have a run that is built alike and is worth a loop. Factors may change places. */
  const hasLongRun = (colour: Int32Array, id: number): boolean => {
    const isAlike = (a: number, b: number): boolean =>
      colour[a] === colour[b] ||
      (isProduct(a) &&
        isProduct(b) &&
        colour[argOf(a, 0)] === colour[argOf(b, 1)] &&
        colour[argOf(a, 1)] === colour[argOf(b, 0)]);
    let run = 1;
    for (let i = (argStart[id] as number) + 1; i < (argStart[id + 1] as number); i++) {
      run = isAlike(args[i] as number, args[i - 1] as number) ? run + 1 : 1;
      if (run >= longRun) return true;
    }
    return false;
  };

  /** Marks the products that an addition reads alone, where that holds for all rows. */
  const absorbTerms = (ids: Int32Array): void => {
    const id = ids[0] as number;
    const arity = arityOf(id);
    const isPart = new Uint8Array(arity);
    for (let k = 0; k < arity; k++) {
      const term = argOf(id, k);
      isPart[k] = isProduct(term) && rank[term] === rank[id] ? 1 : 0;
    }
    for (let i = 0; i < ids.length; i++) {
      const from = argStart[ids[i] as number] as number;
      for (let k = 0; k < arity; k++) if (isPart[k] === 1 && !isPrivate(args[from + k] as number)) isPart[k] = 0;
    }
    for (let i = 0; i < ids.length; i++) {
      const from = argStart[ids[i] as number] as number;
      for (let k = 0; k < arity; k++) if (isPart[k] === 1) absorbed[args[from + k] as number] = 1;
    }
  };

  const elementwise = (ids: Int32Array, itsHome: number, isFold: boolean): void => {
    const id = ids[0] as number;
    if (op[id] === add) absorbTerms(ids);
    if (isFold) for (let k = 0; k < arityOf(id); k++) if (isConstant(argOf(id, k))) rowed.add(argOf(id, k));
    unit(isFold ? unitKind.fold : unitKind.map, itsHome, ids);
  };

  /** Divides sums over the batch of products into outer blocks and what is on no grid. */
  const sumsOfProducts = (ids: Int32Array, itsHome: number): void => {
    const { grids, rest } = gridsOf(program, ids, isPrivate);
    if (rest.length >= fewest) unit(unitKind.map, itsHome, rest);
    else fewOf(rest, itsHome);
    for (const { from, cells, columns: across } of grids.reverse()) {
      for (let i = from; i < from + cells; i++) absorbed[argOf(ids[i] as number, 0)] = 1;
      unit(unitKind.outer, itsHome, ids.subarray(from, from + cells), across);
    }
  };

  /** Instructions of one colour that are kept in one place. */
  const divide = (ids: Int32Array, canFold: boolean, isOutput: boolean): void => {
    if (ids.length === 0) return;
    const id = ids[0] as number;
    const isMany = ids.length >= fewest;
    const isFold = canFold && (isMany || arityOf(id) >= longList);
    if (!isMany && !isFold) {
      fewOf(ids, home.scattered);
      return;
    }
    const itsHome = isOutput ? home.output : isMany ? homes.push(ids.length) - 1 : home.scattered;
    const arg = argOf(id, 0);
    if (isSum[id] === 1 && isProduct(arg) && rank[argOf(arg, 0)] === 1 && rank[argOf(arg, 1)] === 1)
      sumsOfProducts(ids, itsHome);
    else elementwise(ids, itsHome, isFold);
  };

  const isLongList = (id: number): boolean =>
    isList[(op[id] as number) - firstPrimitive] === 1 && arityOf(id) >= longList;

  /** Values that nothing reads are kept apart, in the order of the outputs. */
  const isOnlyOutput = (id: number): boolean => uses[id] === 0 && isOneOutput(id);

  const inOutputOrder = (ids: Int32Array): Int32Array => {
    let i = 1;
    while (i < ids.length && (output[ids[i - 1] as number] as number) < (output[ids[i] as number] as number)) i++;
    return i >= ids.length ? ids : ids.sort((a, b) => (output[a] as number) - (output[b] as number));
  };

  const divideColour = ({ colour }: Colours, ids: Int32Array): void => {
    const id = ids[0] as number;
    const canFold = isList[(op[id] as number) - firstPrimitive] === 1 && hasLongRun(colour, id);
    const [read, only] = [new Int32Array(ids.length), new Int32Array(ids.length)];
    let [reads, outputsOnly] = [0, 0];
    for (let i = 0; i < ids.length; i++) {
      const member = ids[i] as number;
      if (absorbed[member] === 1) continue;
      if (isOnlyOutput(member)) only[outputsOnly++] = member;
      else read[reads++] = member;
    }
    divide(inOutputOrder(only.subarray(0, outputsOnly)), canFold, true);
    divide(read.subarray(0, reads), canFold, false);
  };

  if (colours === undefined) {
    for (let id = length - 1; id >= 0; id--)
      if ((phase[id] as number) >= 0 && (op[id] as number) >= firstPrimitive) one(id, home.scattered);
  } else {
    const { sorted, from } = byColour(program, phase, colours);
    for (let c = colours.count - 1; c >= 0; c--) {
      const [low, high] = [from[c] as number, from[c + 1] as number];
      if (high - low >= fewest || (high > low && isLongList(sorted[low] as number)))
        divideColour(colours, sorted.subarray(low, high));
      else
        for (let i = high - 1; i >= low; i--)
          if (absorbed[sorted[i] as number] === 0) one(sorted[i] as number, home.scattered);
    }
  }
  for (let id = length - 1; id >= 0; id--)
    if ((op[id] as number) < firstPrimitive && ((output[id] as number) >= 0 || rowed.has(id)))
      copy(id, phase[id] as number);
  return { count, kind: kinds, phase: phases, home: homeOf, columns, members, start, rows, of, absorbed, homes, rowed };
}
