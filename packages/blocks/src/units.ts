import { firstPrimitive, leafCode, type Program } from '@chainrule/core';
import { argOf, arityOf } from './arguments.ts';
import type { Colours } from './colours.ts';
import type { Dense } from './dense.ts';
import { fewestRows } from './fewestRows.ts';
import { gridsOf } from './grids.ts';
import * as home from './home.ts';
import * as role from './role.ts';
import { isLoop, isProduct } from './runs.ts';
import * as unitKind from './unitKind.ts';
import { isOneOutput, type Usage } from './usage.ts';

/** Instructions that are computed together, each by a row of one block. */
export interface Units {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly home: Int32Array;
  /** Of outer blocks. */
  readonly columns: ReadonlyMap<number, number>;
  /** The instructions of unit u are `members[start[u]] … members[start[u + 1] − 1]`. */
  readonly members: Int32Array;
  readonly start: Int32Array;
  /** 1 for the products that exist only inside of what reads them. */
  readonly absorbed: Uint8Array;
  /** How many groups of a colour's values there are. */
  readonly homes: number;
  /** Constants that a fold reads, which therefore need a row. */
  readonly rowed: ReadonlySet<number>;
}

/** A list of fewer arguments is a fold only if there are several such. */
const longList = 8;

/**
 * Divides the instructions of each colour into units, from the last colour to the first: what reads a product decides whether the
 * product is absorbed. Without colours each instruction is a unit of its own. Units stand in reverse order.
 */
export function unitsOf(program: Program, usage: Usage, colours?: Colours, dense?: Pick<Dense, 'role'>): Units {
  const { uses, output, isSum } = usage;
  const { length, op, rank, primitives, outputs } = program;
  const room = length + outputs.length + 1;
  const kind = new Uint8Array(room);
  const homeOf = new Int32Array(room);
  const columns = new Map<number, number>();
  const start = new Int32Array(room);
  const members = new Int32Array(room);
  const absorbed =
    dense?.role.map((its) => (its === role.vector || its === role.wide ? 1 : 0)) ?? new Uint8Array(length);
  const rowed = new Set<number>();
  const add = firstPrimitive + primitives.findIndex(({ name }) => name === 'add');
  let [count, homes] = [0, 0];

  /** A unit of the next n members. */
  const close = (itsKind: number, itsHome: number, n: number): void => {
    kind[count] = itsKind;
    homeOf[count] = itsHome;
    start[count + 1] = (start[count] as number) + n;
    count++;
  };

  const single = (id: number, itsHome: number, itsKind: number = unitKind.map): void => {
    members[start[count] as number] = id;
    close(itsKind, itsHome, 1);
  };

  const unit = (itsKind: number, itsHome: number, ids: Int32Array): void => {
    members.set(ids, start[count]);
    close(itsKind, itsHome, ids.length);
    if (itsHome === home.output || (itsKind !== unitKind.outer && ids.every(isOneOutput(usage)))) return;
    for (const id of ids) if ((output[id] as number) >= 0) single(id, home.scattered, unitKind.copy);
  };

  const isConstant = (id: number): boolean => op[id] === leafCode.constant;
  const isPrivate = (id: number): boolean => uses[id] === 1 && (output[id] as number) < 0;

  /** Units of one instruction each, in reverse order as all units. */
  const singles = (ids: Int32Array, itsHome: number, itsKind?: number): void => {
    for (let i = ids.length - 1; i >= 0; i--)
      if (!absorbed[ids[i] as number]) single(ids[i] as number, itsHome, itsKind);
  };

  /** Marks the products that an addition reads alone, where that holds for all rows. */
  const absorbTerms = (ids: Int32Array): void => {
    const id = ids[0] as number;
    for (let k = arityOf(program, id) - 1; k >= 0; k--) {
      const term = argOf(program, id, k);
      if (!isProduct(program, term) || rank[term] !== rank[id]) continue;
      if (ids.every((its) => isPrivate(argOf(program, its, k))))
        for (const its of ids) absorbed[argOf(program, its, k)] = 1;
    }
  };

  /** Divides sums over the batch of products into outer blocks and what is on no grid. */
  const sumsOfProducts = (ids: Int32Array, itsHome: number): void => {
    const { grids, rest } = gridsOf(program, ids, isPrivate);
    if (rest.length >= fewestRows) unit(unitKind.map, itsHome, rest);
    else singles(rest, itsHome);
    for (const { from, cells, columns: across } of grids.reverse()) {
      for (let i = from; i < from + cells; i++) absorbed[argOf(program, ids[i] as number, 0)] = 1;
      columns.set(count, across);
      unit(unitKind.outer, itsHome, ids.subarray(from, from + cells));
    }
  };

  /** Instructions of one colour that are kept in one place. */
  const divide = (ids: Int32Array, canFold: boolean, isOutput: boolean): void => {
    if (ids.length === 0) return;
    const id = ids[0] as number;
    const isMany = ids.length >= fewestRows;
    const isFold = canFold && (isMany || arityOf(program, id) >= longList);
    if (!isMany && !isFold) {
      singles(ids, home.scattered);
      return;
    }
    const itsHome = isOutput ? home.output : isMany ? homes++ : home.scattered;
    const arg = argOf(program, id, 0);
    if (isSum[id] && isProduct(program, arg) && rank[argOf(program, arg, 0)] && rank[argOf(program, arg, 1)]) {
      sumsOfProducts(ids, itsHome);
      return;
    }
    if (op[id] === add) absorbTerms(ids);
    if (isFold)
      for (let k = 0; k < arityOf(program, id); k++)
        if (isConstant(argOf(program, id, k))) rowed.add(argOf(program, id, k));
    unit(isFold ? unitKind.fold : unitKind.map, itsHome, ids);
  };

  /** Values that nothing reads are kept apart, in the order of the outputs. */
  const divideColour = ({ colour }: Colours, ids: Int32Array): void => {
    const id = ids[0] as number;
    const canFold = isLoop(program, colour, id);
    const only = new Int32Array(ids.length);
    let [reads, outputsOnly] = [0, 0];
    for (const member of ids) {
      if (absorbed[member]) continue;
      if (uses[member] === 1 && (output[member] as number) >= 0) only[outputsOnly++] = member;
      else ids[reads++] = member;
    }
    const sorted = only.subarray(0, outputsOnly).sort((a, b) => (output[a] as number) - (output[b] as number));
    divide(sorted, canFold, true);
    divide(ids.subarray(0, reads), canFold, false);
  };

  /** Units of instructions that read lists: those of the same list go together. */
  const onLists = (its: number, ids: Int32Array): void => {
    if (its === role.outer) singles(ids, home.output, unitKind.outer);
    if (its === role.total) singles(ids, home.scattered, unitKind.outer);
    if (its !== role.sum) return;
    const listAt = (id: number): number => argOf(program, id, 0);
    const lists = [...new Set(Array.from(ids, listAt))].reverse();
    for (const one of lists) {
      const rows = ids.filter((id) => listAt(id) === one);
      unit(unitKind.fold, rows.length < fewestRows ? home.scattered : homes++, rows);
    }
  };

  if (colours === undefined) {
    for (let id = length - 1; id >= 0; id--)
      if (uses[id] && (op[id] as number) >= firstPrimitive) single(id, home.scattered);
  } else {
    const { sorted, from } = colours;
    for (let c = colours.count - 1; c >= 0; c--) {
      const ids = sorted.subarray(from[c], from[c + 1]);
      const id = ids[0] as number;
      const its = dense?.role[id] ?? role.scalar;
      if (its > role.wide) onLists(its, ids);
      else if (ids.length >= fewestRows || (ids.length > 0 && arityOf(program, id) >= longList))
        divideColour(colours, ids);
      else singles(ids, home.scattered);
    }
  }
  const copied = new Set(rowed);
  for (const id of outputs) if ((op[id] as number) < firstPrimitive) copied.add(id);
  for (const id of [...copied].sort((a, b) => b - a)) single(id, home.scattered, unitKind.copy);
  return { count, kind, home: homeOf, columns, members, start, absorbed, homes, rowed };
}
