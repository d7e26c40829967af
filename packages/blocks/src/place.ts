import type { Program } from '@chainrule/core';
import { arityOf } from './arguments.ts';
import type { Arrangement } from './arrange.ts';
import * as unitKind from './unitKind.ts';
import type { Units } from './units.ts';

/** Which block computes each unit. Blocks are numbered in the order in which they run. */
export interface Placement {
  readonly blocks: readonly Place[];
  /** The unit after each in its block; −1 = none. */
  readonly next: Int32Array;
  readonly blockOf: Int32Array;
  /** 1 for the units of which a value is read outside of the block that computes it. */
  readonly isKept: Uint8Array;
  /** The same for the groups of units. */
  readonly isHomeKept: Uint8Array;
}

/** A block to be. */
export interface Place {
  readonly phase: number;
  /** 0 where nothing can join. */
  readonly rows: number;
  /** The units of the block: `first`, then `next[unit]` until −1. */
  readonly first: number;
  last: number;
  room: number;
}

/** Operations in a straight segment, and in a block of several rows: lists are as many as they have arguments, but one. */
const [segmentLength, bodyLength] = [400, 60];

/**
 * Puts units into blocks. A unit joins the block of its latest operand, or the latest of as many rows, if that has room and
 * all that it reads there lies in its own row.
 */
export function placed(program: Program, units: Units, { sequence, phase, of }: Arrangement): Placement {
  const { args, argStart } = program;
  const { count, kind, home, members, start, absorbed } = units;
  const blocks: Place[] = [];
  const next = new Int32Array(count).fill(-1);
  const blockOf = new Int32Array(count).fill(-1);
  const isKept = new Uint8Array(count);
  const isHomeKept = new Uint8Array(units.homes);
  const latestOf = new Map<number, number>(); // map blocks of the current phase by rows
  let current = -1;

  let visited = -1; // the product or list that was looked into last
  /** Visits the arguments of an instruction of row i, or what a product or list among them has inside, which rows may share. */
  const visitArguments = (id: number, i: number, visit: (id: number, i: number) => void): void => {
    for (let k = argStart[id] as number; k < (argStart[id + 1] as number); k++) {
      const arg = args[k] as number;
      if (!absorbed[arg]) visit(arg, i);
      else if (arg !== visited) {
        visitArguments(arg, i, visit);
        visited = arg;
      }
    }
  };

  /** Visits what row i of unit u reads. */
  const eachRead = (u: number, visit: (id: number, i: number) => void): void => {
    const from = start[u] as number;
    visited = -1;
    for (let i = from; i < (start[u + 1] as number); i++) {
      const id = members[i] as number;
      if (kind[u] === unitKind.copy) visit(id, 0);
      else visitArguments(id, i - from, visit);
    }
  };

  const blockWith = (id: number): number => {
    const unit = of[id] as number;
    return unit < 0 ? -1 : (blockOf[unit] as number);
  };

  let latest = -1; // of the blocks that a unit reads from
  const see = (id: number): void => {
    const its = blockWith(id);
    if (its > latest) latest = its;
  };

  let block = -1; // of the unit that reads
  const keep = (id: number): void => {
    const unit = of[id] as number;
    if (unit < 0 || blockOf[unit] === block) return;
    isKept[unit] = 1;
    if ((home[unit] as number) >= 0) isHomeKept[home[unit] as number] = 1;
  };

  /** Whether each row of unit u reads from no other row of a block. */
  const isRowByRow = (u: number, from: number): boolean => {
    let isIt = true;
    eachRead(u, (id, i) => {
      if (blockWith(id) === from && members[(start[of[id] as number] as number) + i] !== id) isIt = false;
    });
    return isIt;
  };

  const fits = (u: number, rows: number, block: number): boolean => {
    const its = blocks[block] as Place;
    return its.phase === phase[u] && its.rows === rows && its.room > 0;
  };

  const blockFor = (u: number): number => {
    const rows = (start[u + 1] as number) - (start[u] as number);
    const isMap = kind[u] === unitKind.map || kind[u] === unitKind.copy;
    if (isMap) {
      latest = -1;
      eachRead(u, see);
      if (latest >= 0 && fits(u, rows, latest) && (rows === 1 || isRowByRow(u, latest))) return latest;
      const recent = latestOf.get(rows) ?? -1;
      if (recent > latest && fits(u, rows, recent)) return recent;
      latestOf.set(rows, blocks.length);
    }
    const room = rows === 1 ? segmentLength : bodyLength;
    return blocks.push({ phase: phase[u] as number, rows: isMap ? rows : 0, first: u, last: u, room }) - 1;
  };

  for (const u of sequence) {
    if (phase[u] !== current) latestOf.clear();
    current = phase[u] as number;
    block = blockFor(u);
    const its = blocks[block] as Place;
    blockOf[u] = block;
    if (its.first !== u) next[its.last] = u;
    its.last = u;
    its.room -= Math.max(1, arityOf(program, members[start[u] as number] as number) - 1);
    eachRead(u, keep);
  }
  return { blocks, next, blockOf, isKept, isHomeKept };
}
