import { primitiveValue } from './build.ts';
import type { Leaves } from './leaves.ts';
import type { Node } from './node.ts';
import { nodeTable } from './order.ts';
import type { Primitive } from './primitives/primitive.ts';
import { firstPrimitive, leafCode, type Program } from './program.ts';
import type { Outputs } from './structure.ts';

/** Collects instructions, merging equal ones by hash, and folding operations on constants if asked to. */
export interface ProgramWriter {
  /** The instruction of a constant, input or parameter. */
  leaf(node: Node): number;
  /** Gives the next operation its next argument. */
  argument(id: number): void;
  /** The instruction that applies a primitive to the arguments given. */
  operation(op: Primitive): number;
  finish(outputs: readonly number[], structure: Outputs): Program;
}

/** `expected` is about how many instructions there will be. */
export function programWriter(leaves: Leaves, fold: boolean, expected: number): ProgramWriter {
  const op: number[] = [];
  const rank: number[] = [];
  const aux: number[] = [];
  const args: number[] = [];
  const argStart = [0];
  const hashes: number[] = [];
  const primitives: Primitive[] = [];
  let table = new Int32Array(2 ** Math.ceil(Math.log2(2 * expected + 16))); // open addressing: 0 = empty, else id + 1

  const push = (code: number, value: number, itsRank: number, hash = 0): number => {
    op.push(code);
    aux.push(value);
    rank.push(itsRank);
    hashes.push(hash);
    return argStart.push(args.length) - 2;
  };

  const constants = new Map<number | string, number>();
  const constant = (value: number): number => {
    const key = Object.is(value, -0) ? '-0' : value;
    const id = constants.get(key) ?? push(leafCode.constant, value, 0);
    constants.set(key, id);
    return id;
  };

  for (let slot = 0; slot < leaves.slots; slot++) push(leafCode.input, slot, 1);
  const parameterSlot = nodeTable();
  leaves.parameters.forEach((parameter, slot) => {
    parameterSlot.set(parameter, slot);
    push(leafCode.parameter, slot, 0);
  });

  /** The entry of the table for the operation whose arguments come last in `args`: its own if it is known, else empty. */
  const entryOf = (code: number, hash: number, start: number, end: number): number => {
    const mask = table.length - 1;
    let at = hash & mask;
    for (; table[at] !== 0; at = (at + 1) & mask) {
      const id = (table[at] as number) - 1;
      const from = argStart[id] as number;
      if (hashes[id] !== hash || op[id] !== code || (argStart[id + 1] as number) - from !== end - start) continue;
      let i = start;
      while (i < end && args[i] === args[from + i - start]) i++;
      if (i === end) break;
    }
    return at;
  };

  const grow = (): void => {
    table = new Int32Array(2 * table.length);
    for (let id = 0; id < op.length; id++)
      if ((op[id] as number) >= firstPrimitive) table[entryOf(-1, hashes[id] as number, 0, 0)] = id + 1;
  };

  const operation = (primitive: Primitive): number => {
    const start = argStart[op.length] as number;
    const end = args.length;
    const code = firstPrimitive + primitive.code;
    let hash = code;
    let itsRank = 0;
    let foldable = fold && primitive.name !== 'sumBatch';
    for (let i = start; i < end; i++) {
      const id = args[i] as number;
      hash = Math.imul(hash ^ id, 0x9e3779b1);
      hash ^= hash >>> 15;
      if (rank[id] === 1) itsRank = 1;
      if (op[id] !== leafCode.constant) foldable = false;
    }
    if (foldable) {
      const numbers = args.splice(start).map((id) => aux[id] as number);
      return constant(primitiveValue(primitive, numbers));
    }
    const at = entryOf(code, hash, start, end);
    const known = table[at] as number;
    if (known !== 0) {
      args.length = start;
      return known - 1;
    }
    primitives[primitive.code] = primitive;
    const id = push(code, 0, primitive.name === 'sumBatch' ? 0 : itsRank, hash);
    table[at] = id + 1;
    if (2 * op.length > table.length) grow();
    return id;
  };

  return {
    operation,
    argument: (id) => args.push(id),
    leaf: (node) => {
      if (node.kind === 'constant') return constant(node.value);
      if (node.kind === 'input') return leaves.slotOf(node);
      return leaves.slots + parameterSlot.get(node);
    },
    finish: (outputs, structure) => ({
      length: op.length,
      op: Uint8Array.from(op),
      args: Int32Array.from(args),
      argStart: Int32Array.from(argStart),
      aux: Float64Array.from(aux),
      rank: Uint8Array.from(rank),
      primitives,
      fields: leaves.fields,
      slots: leaves.slots,
      parameters: leaves.parameters,
      outputs: Int32Array.from(outputs),
      structure,
    }),
  };
}
