import { describe, ModelFileError } from '../errors.ts';
import { constant, makeInput, makeParameter, type Node, operation } from '../node.ts';
import type { Op } from '../op.ts';
import { primitives } from '../primitives/all.ts';
import { atMost, list, number, place, record, text } from './check.ts';

/** A vector input may have so many elements. */
const longest = 1e7;

/** Reads one node; `nodes` are those before it. */
type NodeReader = (written: unknown, nodes: readonly Node[], pointer: string) => Node;

/** How to read the nodes of a model, or of a rule of an op, which has arguments in the place of inputs and parameters. */
export function nodeReader(ops: ReadonlyMap<string, Op>, kind: 'model' | readonly Node[]): NodeReader {
  return (written, nodes, pointer) => {
    const entries = list(written, pointer);
    const name = text(entries[0], `${pointer}/0`);
    if (name === 'constant') {
      atMost(entries, 2, pointer);
      return constant(number(entries[1], `${pointer}/1`));
    }
    if (kind === 'model' && name === 'input') return readInput(entries, pointer);
    if (kind === 'model' && name === 'parameter') return readParameter(entries, pointer);
    if (kind !== 'model' && name === 'argument') {
      atMost(entries, 2, pointer);
      return kind[place(entries[1], kind.length, `${pointer}/1`)] as Node;
    }
    const op = Object.hasOwn(primitives, name) ? primitives[name as keyof typeof primitives] : ops.get(name);
    if (op === undefined) throw new ModelFileError(`${pointer}/0`, `there is no op ${describe(name)} in this file.`);
    const count = entries.length - 1;
    if (count === 0 || count !== (op.arity ?? count))
      throw new ModelFileError(pointer, `${op.name} takes ${op.arity ?? 'one or more'} arguments, got ${count}.`);
    const args = new Array<Node>(count);
    for (let i = 0; i < count; i++) args[i] = nodes[place(entries[i + 1], nodes.length, `${pointer}/${i + 1}`)] as Node;
    return operation(op, args);
  };
}

function readInput(entries: readonly unknown[], pointer: string): Node {
  atMost(entries, 4, pointer);
  if (entries.length === 1) return makeInput(undefined, undefined);
  const name = text(entries[1], `${pointer}/1`);
  if (entries.length === 2) return makeInput(name, undefined);
  const size = place(entries[3], longest + 1, `${pointer}/3`);
  return makeInput(name, { index: place(entries[2], size, `${pointer}/2`), size });
}

function readParameter(entries: readonly unknown[], pointer: string): Node {
  atMost(entries, 3, pointer);
  const about = entries.length > 2 ? record(entries[2], `${pointer}/2`) : {};
  for (const key of Object.keys(about))
    if (key !== 'name' && key !== 'trainable')
      throw new ModelFileError(`${pointer}/2`, `a parameter has a name and trainable, not ${describe(key)}.`);
  const { name, trainable } = about;
  if (trainable !== undefined && trainable !== false)
    throw new ModelFileError(`${pointer}/2/trainable`, `expected false or nothing, got ${describe(trainable)}.`);
  return makeParameter(
    number(entries[1], `${pointer}/1`),
    name === undefined ? undefined : text(name, `${pointer}/2/name`),
    trainable === undefined,
  );
}
