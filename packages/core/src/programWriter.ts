import { withoutDeadCode } from './deadCode.ts';
import type { Leaves } from './leaves.ts';
import type { Node } from './node.ts';
import { nodeTable } from './order.ts';
import type { PrimitiveName } from './primitives.ts';
import { codeOf, firstPrimitive, type Program } from './program.ts';
import type { Outputs } from './structure.ts';
import { primitiveValue } from './values.ts';

/** Collects instructions, merging equal ones by hash, and folding operations on constants if asked to. */
export interface ProgramWriter {
  /** The instruction of a constant, input or parameter. */
  leaf(node: Node): number;
  /** Gives the next operation its next argument. */
  argument(id: number): void;
  /** The instruction that applies a primitive to the arguments given. */
  operation(name: PrimitiveName): number;
  finish(outputs: readonly number[], structure: Outputs): Program;
}

export function programWriter(
  leaves: Leaves,
  { fold, expected }: { readonly fold: boolean; readonly expected: number },
): ProgramWriter {
  let room = expected + leaves.slots + 16; // always more than `length`
  let op = new Uint8Array(room);
  let rank = new Uint8Array(room);
  let aux = new Float64Array(room);
  let argStart = new Int32Array(room + 1);
  let args = new Int32Array(2 * room);
  let hashes = new Int32Array(room);
  let table = new Int32Array(2 ** Math.ceil(Math.log2(2 * room))); // open addressing: 0 = empty, else id + 1
  let length = 0;
  let end = 0; // of the arguments given so far

  const push = (code: number, value: number, itsRank: number): number => {
    op[length] = code;
    aux[length] = value;
    rank[length] = itsRank;
    argStart[length + 1] = end;
    length++;
    if (length === room) grow();
    return length - 1;
  };

  const grow = (): void => {
    room *= 2;
    op = resized(op, new Uint8Array(room));
    rank = resized(rank, new Uint8Array(room));
    aux = resized(aux, new Float64Array(room));
    argStart = resized(argStart, new Int32Array(room + 1));
    hashes = resized(hashes, new Int32Array(room));
    table = new Int32Array(table.length * 2);
    const mask = table.length - 1;
    for (let id = 0; id < length; id++) {
      if ((op[id] as number) < firstPrimitive) continue;
      let at = (hashes[id] as number) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = id + 1;
    }
  };

  const constants = new Map<number | string, number>();
  const constant = (value: number): number => {
    const key = Object.is(value, -0) ? '-0' : value;
    const id = constants.get(key) ?? push(codeOf.constant, value, 0);
    constants.set(key, id);
    return id;
  };

  const folded = (name: PrimitiveName, start: number): number | undefined => {
    if (!fold || name === 'sumBatch') return undefined;
    for (let i = start; i < end; i++) if (op[args[i] as number] !== codeOf.constant) return undefined;
    const value = primitiveValue(
      name,
      Array.from(args.subarray(start, end), (id) => aux[id] as number),
    );
    end = start;
    return constant(value);
  };

  for (let slot = 0; slot < leaves.slots; slot++) push(codeOf.input, slot, 1);
  const parameterSlot = nodeTable();
  leaves.parameters.forEach((parameter, slot) => {
    parameterSlot.set(parameter, slot);
    push(codeOf.parameter, slot, 0);
  });

  const operation = (name: PrimitiveName): number => {
    const start = argStart[length] as number;
    const count = end - start;
    const constantId = folded(name, start);
    if (constantId !== undefined) return constantId;
    const code = codeOf[name];
    let hash = code;
    let itsRank = 0;
    for (let i = start; i < end; i++) {
      const id = args[i] as number;
      hash = Math.imul(hash ^ id, 0x9e3779b1);
      hash ^= hash >>> 15;
      if (rank[id] === 1) itsRank = 1;
    }
    const mask = table.length - 1;
    let at = hash & mask;
    for (let entry = table[at] as number; entry !== 0; entry = table[at] as number) {
      const id = entry - 1;
      const first = argStart[id] as number;
      if (hashes[id] === hash && op[id] === code && (argStart[id + 1] as number) - first === count) {
        let same = 0;
        while (same < count && args[first + same] === args[start + same]) same++;
        if (same === count) {
          end = start;
          return id;
        }
      }
      at = (at + 1) & mask;
    }
    table[at] = length + 1;
    hashes[length] = hash;
    return push(code, 0, name === 'sumBatch' ? 0 : itsRank);
  };

  return {
    operation,
    argument: (id) => {
      if (end === args.length) args = resized(args, new Int32Array(2 * end));
      args[end++] = id;
    },
    leaf: (node) => {
      if (node.kind === 'constant') return constant(node.value);
      if (node.kind === 'input') return leaves.slotOf(node);
      return leaves.slots + parameterSlot.get(node);
    },
    finish: (outputs, structure) =>
      withoutDeadCode(
        {
          length,
          op: op.slice(0, length),
          args: args.slice(0, end),
          argStart: argStart.slice(0, length + 1),
          aux: aux.slice(0, length),
          rank: rank.slice(0, length),
          fields: leaves.fields,
          slots: leaves.slots,
          parameters: leaves.parameters,
          outputs: Int32Array.from(outputs),
          structure,
        },
        leaves.slots + leaves.parameters.length,
      ),
  };
}

function resized<T extends Uint8Array | Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
