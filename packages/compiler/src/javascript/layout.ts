import { type Usage, usageOf } from '@chainrule/blocks';
import { firstPrimitive, type Program } from '@chainrule/core';
import { inPieces } from './inPieces.ts';

/** Operands in an expression inside of another: it is then no deeper than half of that. */
const largestInline = 24;

/** Operands in one function: 23 KB of V8's bytecode at most, as measured. V8 never optimises a function beyond 60 KB. */
export const largestFunction = 1000;

/** What becomes one function. */
export interface Chunk {
  /** The instructions that are computed here, in no order. */
  readonly members: readonly number[];
  /** Those that are statements, in order; the others stand inside the expression of their only user. */
  readonly statements: readonly number[];
  /** Values from elsewhere that are kept here: inputs that are summed, leaves and sums that are outputs. */
  readonly passed: readonly number[];
  /** In operands. */
  readonly size: number;
}

/** Where everything goes in generated code. */
export interface Layout extends Pick<Usage, 'phase' | 'output' | 'earlier'> {
  readonly program: Program;
  /** Whether it is for one sample. */
  readonly one: boolean;
  /** The chunks of each phase; a program for one sample has one phase. */
  readonly phases: readonly (readonly Chunk[])[];
  readonly inline: Uint8Array;
  /** The place in memory of a value that is needed outside of its chunk, else −1. */
  readonly cell: Int32Array;
  readonly cells: number;
  /** The first cells hold values of a sample that a later phase needs. */
  readonly carried: number;
  /** The sums over the batch, by the phase of their argument: they are known in the next. */
  readonly sums: readonly (readonly number[])[];
}

/** The arguments of an instruction. */
export const argsOf = ({ args, argStart }: Program, id: number): Int32Array =>
  args.subarray(argStart[id], argStart[id + 1]);

/** Lays out a program for batches, or for batches of `one` sample. */
export function layout(given: Program, one: boolean, limit: number = largestFunction): Layout {
  const program = inPieces(given);
  const { length, op, rank } = program;
  const { uses, output, earlier, ...known } = usageOf(program);
  const phase = one ? new Int32Array(length) : known.phase;
  const isLeaf = (id: number): boolean => (op[id] as number) < firstPrimitive;
  const isHosted = (id: number): boolean => !one && known.isSum[id] === 1;
  const kept = new Uint8Array(length); // needed beyond the statements of its chunk: 1 = as an output, 2 = in a sum
  const user = new Int32Array(length).fill(-1); // the last
  for (let id = 0; id < length; id++) {
    if (uses[id] === 0) continue;
    if ((output[id] as number) >= 0) kept[id] = 1;
    for (const arg of argsOf(program, id)) {
      user[arg] = id;
      if (isHosted(id)) kept[arg] = 2;
    }
  }

  const inline = new Uint8Array(length);
  const size = new Int32Array(length);
  const home: (Draft | undefined)[] = new Array(length);
  const last: Draft[] = [];
  const phases: Draft[][] = [];
  const sums: number[][] = [];
  for (let id = 0; id < length; id++) {
    if (uses[id] === 0) continue;
    const itsPhase = phase[id] as number;
    for (let i = phases.length; i <= itsPhase; i++) {
      phases.push([]);
      sums.push([]);
    }
    if (isHosted(id)) (sums[itsPhase - 1] as number[]).push(id);
    const isComputed = !isLeaf(id) && !isHosted(id);
    if (!isComputed && kept[id] === 0) continue;
    size[id] = 1;
    if (isComputed)
      for (const arg of argsOf(program, id))
        (size[id] as number) += 1 + (inline[arg] === 1 ? (size[arg] as number) : 0);
    if (
      isComputed &&
      uses[id] === 1 && // an output that is used has two uses, one that is not has no user
      (size[id] as number) <= largestInline &&
      phase[user[id] as number] === itsPhase
    ) {
      inline[id] = 1;
      continue;
    }
    let chunk = last[itsPhase];
    if (chunk === undefined || chunk.size + (size[id] as number) > limit) {
      chunk = { members: [], statements: [], passed: [], size: 0 };
      last[itsPhase] = chunk;
      (phases[itsPhase] as Draft[]).push(chunk);
    }
    chunk.size += size[id] as number;
    if (!isComputed) chunk.passed.push(id);
    else {
      chunk.statements.push(id);
      home[id] = chunk;
    }
  }

  const crosses = new Uint8Array(length); // 1 = to another chunk or into a sum, 2 = to a later phase, with its sample
  for (let id = length - 1; id >= 0; id--) {
    if (uses[id] === 0) continue;
    if (inline[id] === 1) home[id] = home[user[id] as number] as Draft;
    if (kept[id] === 2 || isHosted(id)) crosses[id] = Math.max(crosses[id] as number, 1);
    const chunk = home[id];
    if (chunk === undefined) continue;
    chunk.members.push(id);
    for (const arg of argsOf(program, id)) {
      if (isLeaf(arg) || inline[arg] === 1 || home[arg] === chunk) continue;
      crosses[arg] = rank[arg] === 1 && phase[arg] !== phase[id] ? 2 : Math.max(crosses[arg] as number, 1);
    }
  }
  return { program, one, phase, phases, inline, sums, output, earlier, ...cellsFor(crosses) };
}

/** Places in memory, first for what is carried. */
function cellsFor(crosses: Uint8Array): Pick<Layout, 'cell' | 'cells' | 'carried'> {
  const cell = new Int32Array(crosses.length).fill(-1);
  let cells = 0;
  const assign = (kind: number): number => {
    for (let id = 0; id < crosses.length; id++) if (crosses[id] === kind) cell[id] = cells++;
    return cells;
  };
  return { cell, carried: assign(2), cells: assign(1) };
}

interface Draft extends Chunk {
  readonly members: number[];
  readonly statements: number[];
  readonly passed: number[];
  size: number;
}
