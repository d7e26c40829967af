import { describe, ModelFileError } from '../errors.ts';
import { constant, makeInput, makeParameter, type Node, operation } from '../node.ts';
import type { Op } from '../op.ts';
import { primitives } from '../primitives/all.ts';
import { atMost, list, number, place, placeAt, record, text, wrong } from './check.ts';

/** Reads one node; `nodes` are those before it. */
type NodeReader = (written: unknown, nodes: readonly Node[], pointer: string) => Node;

/** What nodes may be made of: the ops of the file, and either inputs and parameters or the arguments of an op. */
interface Words {
  readonly ops: ReadonlyMap<string, Op>;
  /** For a rule of an op: the nodes that stand for its arguments. */
  readonly holes?: readonly Node[];
  /** For a model: how many elements a vector input may have. */
  readonly longest?: number;
}

/** How to read the nodes of a model, or of a rule of an op. */
export function nodeReader({ ops, holes, longest = 0 }: Words): NodeReader {
  return (written, nodes, pointer) => {
    const entries = list(written, pointer);
    const name = text(entries[0], `${pointer}/0`);
    if (name === 'constant') {
      atMost(entries, 2, pointer);
      return constant(number(entries[1], `${pointer}/1`));
    }
    if (name === 'argument' && holes) {
      atMost(entries, 2, pointer);
      return holes[place(entries[1], holes.length, `${pointer}/1`)] as Node;
    }
    if (!holes && name === 'input') return readInput(entries, longest, pointer);
    if (!holes && name === 'parameter') return readParameter(entries, pointer);
    const op = Object.hasOwn(primitives, name) ? primitives[name as keyof typeof primitives] : ops.get(name);
    if (op === undefined) throw new ModelFileError(`${pointer}/0`, notAnOp(name, holes));
    const count = entries.length - 1;
    if (count === 0 || count !== (op.arity ?? count))
      throw new ModelFileError(pointer, `${op.name} takes ${op.arity ?? 'one or more'} arguments, got ${count}.`);
    const args = new Array<Node>(count);
    for (let i = 0; i < count; i++)
      args[i] = nodes[placeAt(entries, i + 1, nodes.length, pointer, 'the place of a node before this one')] as Node;
    return operation(op, args);
  };
}

function notAnOp(name: string, inRule: unknown): string {
  if (name === 'argument') return 'an argument belongs to the rules of an op.';
  if (name === 'input' || name === 'parameter') return `a rule has the arguments of its op only, and no ${name}.`;
  return `there is no op ${describe(name)} in this file${inRule ? ' before the one that is defined here' : ''}.`;
}

function readInput(entries: readonly unknown[], longest: number, pointer: string): Node {
  atMost(entries, 4, pointer);
  if (entries.length === 1) return makeInput(undefined, undefined);
  const name = text(entries[1], `${pointer}/1`);
  if (entries.length === 2) return makeInput(name, undefined);
  const size = place(entries[3], longest + 1, `${pointer}/3`, 'a number of elements', 1);
  return makeInput(name, { index: place(entries[2], size, `${pointer}/2`), size });
}

function readParameter(entries: readonly unknown[], pointer: string): Node {
  atMost(entries, 3, pointer);
  const about = entries.length > 2 ? record(entries[2], `${pointer}/2`) : {};
  for (const key of Object.keys(about))
    if (key !== 'name' && key !== 'trainable')
      throw new ModelFileError(`${pointer}/2`, `a parameter has a name and trainable, not ${describe(key)}.`);
  const { name, trainable } = about;
  if (trainable !== undefined && trainable !== false) wrong(trainable, 'false or nothing', `${pointer}/2/trainable`);
  return makeParameter(
    number(entries[1], `${pointer}/1`),
    name === undefined ? undefined : text(name, `${pointer}/2/name`),
    trainable === undefined,
  );
}
