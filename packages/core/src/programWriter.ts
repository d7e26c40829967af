import { primitiveValue } from './build.ts';
import type { Leaves } from './leaves.ts';
import type { Node } from './node.ts';
import { type NodeTable, numberOf, setNumber } from './order.ts';
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
  const room = expected + leaves.slots + 8;
  let op = new Uint8Array(room); // always longer than the program
  let rank = new Uint8Array(room);
  let aux = new Float64Array(room);
  let argStart = new Int32Array(room);
  let args = new Int32Array(2 * room);
  let table = new Int32Array(2 ** Math.ceil(Math.log2(2 * room))); // open addressing: 0 = empty, else id + 1
  let length = 0;
  let end = 0; // of the arguments given so far
  const primitives: Primitive[] = [];

  const push = (code: number, value: number, itsRank: number): number => {
    op[length] = code;
    aux[length] = value;
    rank[length] = itsRank;
    argStart[++length] = end;
    if (length + 1 === op.length) grow();
    return length - 1;
  };

  const constants = new Map<number | string, number>();
  const constant = (value: number): number => {
    const key = Object.is(value, -0) ? '-0' : value;
    const id = constants.get(key) ?? push(leafCode.constant, value, 0);
    constants.set(key, id);
    return id;
  };

  for (let slot = 0; slot < leaves.slots; slot++) push(leafCode.input, slot, 1);
  const parameterSlot: NodeTable = [];
  leaves.parameters.forEach((parameter, slot) => {
    setNumber(parameterSlot, parameter, slot);
    push(leafCode.parameter, slot, 0);
  });

  /** The entry of the table for an operation on the arguments from `start` to `stop`: its own if it is known, else an empty one. */
  const entryOf = (code: number, start: number, stop: number): number => {
    const mask = table.length - 1;
    let at = code;
    for (let i = start; i < stop; i++) {
      at = Math.imul(at ^ (args[i] as number), 0x9e3779b1);
      at ^= at >>> 15;
    }
    for (at &= mask; table[at] !== 0; at = (at + 1) & mask) {
      const id = (table[at] as number) - 1;
      const from = argStart[id] as number;
      if (op[id] !== code || (argStart[id + 1] as number) - from !== stop - start) continue;
      let i = start;
      while (i < stop && args[i] === args[from + i - start]) i++;
      if (i === stop) break;
    }
    return at;
  };

  const grow = (): void => {
    op = twiceAsLong(op);
    rank = twiceAsLong(rank);
    aux = twiceAsLong(aux);
    argStart = twiceAsLong(argStart);
    table = new Int32Array(2 * table.length);
    for (let id = 0; id < length; id++)
      if ((op[id] as number) >= firstPrimitive)
        table[entryOf(op[id] as number, argStart[id] as number, argStart[id + 1] as number)] = id + 1;
  };

  const operation = (primitive: Primitive): number => {
    const start = argStart[length] as number;
    let code = firstPrimitive + primitives.indexOf(primitive);
    if (code < firstPrimitive) code += primitives.push(primitive);
    const first = args[start] as number;
    // |−x| → |x|, which the expansions of derived ops make: no law of nodes has seen them
    if (fold && primitive.even && primitives[(op[first] as number) - firstPrimitive]?.name === 'negate')
      args[start] = args[argStart[first] as number] as number;
    let itsRank = 0;
    let foldable = fold && !primitive.acrossBatch;
    for (let i = start; i < end; i++) {
      const id = args[i] as number;
      if (rank[id] === 1) itsRank = 1;
      if (op[id] !== leafCode.constant) foldable = false;
    }
    if (foldable) {
      const value = primitiveValue(primitive, aux, args, start, end);
      end = start;
      return constant(value);
    }
    const at = entryOf(code, start, end);
    const known = table[at] as number;
    if (known !== 0) {
      end = start;
      return known - 1;
    }
    table[at] = length + 1;
    return push(code, 0, primitive.acrossBatch ? 0 : itsRank);
  };

  return {
    operation,
    argument: (id) => {
      if (end === args.length) args = twiceAsLong(args);
      args[end++] = id;
    },
    leaf: (node) => {
      if (node.kind === 'constant') return constant(node.value);
      if (node.kind === 'input') return leaves.slotOf(node);
      return leaves.slots + numberOf(parameterSlot, node);
    },
    finish: (outputs, structure) => ({
      length,
      op: op.subarray(0, length),
      args: args.subarray(0, end),
      argStart: argStart.subarray(0, length + 1),
      aux: aux.subarray(0, length),
      rank: rank.subarray(0, length),
      primitives,
      fields: leaves.fields,
      slots: leaves.slots,
      parameters: leaves.parameters,
      outputs: Int32Array.from(outputs),
      structure,
    }),
  };
}

function twiceAsLong<T extends Uint8Array | Int32Array | Float64Array>(list: T): T {
  const longer = new (list.constructor as new (length: number) => T)(2 * list.length);
  longer.set(list);
  return longer;
}
