import { GraphError, ModelFileError } from '../errors.ts';
import { collectLeaves } from '../leaves.ts';
import { inScope, type Node } from '../node.ts';
import type { Outputs } from '../structure.ts';
import { escaped, isRecord, list, place, record, wrong } from './check.ts';
import { format, version } from './format.ts';
import { nodeReader } from './readNode.ts';
import { readOps } from './readOps.ts';
import { readScopes } from './readScopes.ts';
import { roomFor, sizeOf } from './size.ts';

/** Outputs may be nested so deep. */
const deepest = 64;

/**
 * The graph that `toJSON` wrote, from the document or its text. Nothing in the file is run; everything is checked first.
 * @throws ModelFileError, with a pointer to the place, for anything that is not a model.
 * @example const { probability } = fromJSON<{ probability: Node<'x'> }>(text);
 */
export function fromJSON<O extends Outputs = Outputs>(document: unknown): O {
  const file = record(typeof document === 'string' ? parse(document) : document, '');
  if (file['format'] !== format) wrong(file['format'], `"${format}", as model files have`, '/format');
  if (file['version'] !== version)
    wrong(file['version'], `version ${version} (a newer file needs a newer @chainrule/core)`, '/version');
  const definitions = record(file['ops'], '/ops');
  const written = list(file['nodes'], '/nodes');
  const room = roomFor(definitions, written);
  const { ops, sizes } = readOps(definitions, room);
  const scopes = readScopes(file['scopes'], written.length);
  const read = nodeReader({ ops, longest: room.elements });
  const nodes: Node[] = [];
  written.forEach((node, i) => nodes.push(inScope(scopes[i], () => read(node, nodes, `/nodes/${i}`))));
  room.check(sizeOf(nodes, sizes), '/nodes');
  checkInputs(nodes, room.elements);
  return readOutputs(file['outputs'], nodes, '/outputs', 0) as O;
}

/** Refuses inputs of one name and different sizes, and more elements than the file has room for. */
function checkInputs(nodes: readonly Node[], elements: number): void {
  try {
    const { slots } = collectLeaves(nodes);
    if (slots > elements) throw new GraphError(`the inputs have ${slots} elements, more than ${elements}.`);
  } catch (error) {
    throw new ModelFileError('/nodes', (error as Error).message);
  }
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
  if (typeof written === 'number') return nodes[place(written, nodes.length, pointer, 'the place of a node')];
  if (Array.isArray(written)) return written.map((entry, i) => readOutputs(entry, nodes, `${pointer}/${i}`, depth + 1));
  if (!isRecord(written)) return wrong(written, 'the place of a node, or an array or object of places', pointer);
  return Object.fromEntries(
    Object.entries(written).map(([key, entry]) => [
      key,
      readOutputs(entry, nodes, `${pointer}/${escaped(key)}`, depth + 1),
    ]),
  );
}
