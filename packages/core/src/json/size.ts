import { ModelFileError } from '../errors.ts';
import type { Node } from '../node.ts';
import type { Op } from '../op.ts';
import { isRecord } from './check.ts';

/** How much an op or a model stands for, once every op is expanded. */
export interface Size {
  /** Primitives and their arguments. */
  readonly primitives: number;
  /** Expansions within expansions. */
  readonly depth: number;
}

/** What a file may ask for: in proportion to its length, so that a short one cannot stand for more than memory holds. */
export interface Room {
  /** Arguments of all its ops together. */
  readonly holes: number;
  /** Elements of a vector input. */
  readonly elements: number;
  /**
   * The size, if it fits.
   * @throws ModelFileError if it does not.
   */
  check(size: Size, pointer: string): Size;
}

const deepest = 256;

/** The room of a file with these ops and nodes, not yet checked. */
export function roomFor(ops: Readonly<Record<string, unknown>>, nodes: readonly unknown[]): Room {
  let entries = lengthOf(nodes);
  for (const op of Object.values(ops))
    if (isRecord(op)) for (const rule of Object.values(op)) if (isRecord(rule)) entries += lengthOf(rule['nodes']);
  const primitives = Math.min(1e5 + 1000 * entries, 2e8);
  return {
    holes: 1000 + entries,
    elements: Math.min(primitives, 1e7),
    check: (size, pointer) => {
      if (size.primitives > primitives)
        throw new ModelFileError(
          pointer,
          `stands for ${size.primitives} operations and arguments, more than the ${primitives} that a file of this length may have.`,
        );
      if (size.depth > deepest)
        throw new ModelFileError(pointer, `is an op of ops of ops …, nested more than ${deepest} deep.`);
      return size;
    },
  };
}

/** Entries of a list of nodes: theirs, and one for each. */
const lengthOf = (nodes: unknown): number =>
  Array.isArray(nodes) ? nodes.reduce<number>((n, node) => n + (Array.isArray(node) ? node.length : 1), 0) : 0;

/** What nodes stand for together. */
export function sizeOf(nodes: readonly Node[], sizes: ReadonlyMap<Op, Size>): Size {
  let primitives = 0;
  let depth = 0;
  for (const node of nodes) {
    const known = node.kind === 'operation' ? sizes.get(node.op) : undefined;
    primitives += known?.primitives ?? (node.kind === 'operation' ? 1 + node.args.length : 1);
    depth = Math.max(depth, known?.depth ?? 0);
  }
  return { primitives, depth };
}
