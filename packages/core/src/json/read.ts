import { describe, ModelFileError } from '../errors.ts';
import { collectLeaves } from '../leaves.ts';
import { inScope, type Node } from '../node.ts';
import type { Outputs } from '../structure.ts';
import { escaped, isRecord, list, place, record } from './check.ts';
import { format, version } from './format.ts';
import { nodeReader } from './readNode.ts';
import { pointed, readOps, sizeOf } from './readOps.ts';
import { readScopes } from './readScopes.ts';

/** Outputs may be nested so deep. */
const deepest = 64;
/** A model may stand for so many primitives. */
const largest = 5e7;

/**
 * The graph that `toJSON` wrote, from the document or its text. Nothing in the file is run; everything is checked first.
 * @throws ModelFileError, with a pointer to the place, for anything that is not a model.
 * @example const { probability } = fromJSON<{ probability: Node<'x'> }>(text);
 */
export function fromJSON<O extends Outputs = Outputs>(document: unknown): O {
  const file = record(typeof document === 'string' ? parse(document) : document, '');
  if (file['format'] !== format)
    throw new ModelFileError('/format', `expected "${format}", got ${describe(file['format'])}. Is this a model file?`);
  if (file['version'] !== version)
    throw new ModelFileError(
      '/version',
      `expected version ${version}, got ${describe(file['version'])}. A newer file needs a newer @chainrule/core.`,
    );
  const { ops, sizes } = readOps(record(file['ops'], '/ops'));
  const written = list(file['nodes'], '/nodes');
  const scopes = readScopes(file['scopes'], written.length);
  const read = nodeReader(ops, 'model');
  const nodes: Node[] = [];
  written.forEach((node, i) => nodes.push(inScope(scopes[i], () => read(node, nodes, `/nodes/${i}`))));
  const size = sizeOf(nodes, sizes);
  if (size > largest) throw new ModelFileError('/nodes', `stands for ${size} primitives, more than ${largest}.`);
  pointed('/nodes', () => collectLeaves(nodes));
  return readOutputs(file['outputs'], nodes, '/outputs', 0) as O;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ModelFileError('', `this is not JSON: ${(error as Error).message}`);
  }
}

function readOutputs(written: unknown, nodes: readonly Node[], pointer: string, depth: number): unknown {
  if (depth > deepest) throw new ModelFileError(pointer, `outputs are nested more than ${deepest} deep.`);
  if (typeof written === 'number') return nodes[place(written, nodes.length, pointer)];
  if (Array.isArray(written)) return written.map((entry, i) => readOutputs(entry, nodes, `${pointer}/${i}`, depth + 1));
  if (!isRecord(written)) throw new ModelFileError(pointer, `expected outputs, got ${describe(written)}.`);
  return Object.fromEntries(
    Object.entries(written).map(([key, entry]) => [
      key,
      readOutputs(entry, nodes, `${pointer}/${escaped(key)}`, depth + 1),
    ]),
  );
}
