import { isNode, type Outputs, type Program } from '@chainrule/core';
import { ExportError } from '../errors.ts';
import { quoted } from '../quoted.ts';
import type { Path } from '../structure.ts';
import type { Port } from './model.ts';

/** An input of the network and its tensor. */
export interface InputPort extends Port {
  readonly name: string;
}

/** Outputs that are one tensor: a number, or an array of numbers. */
export interface OutputPort extends Port {
  readonly path: Path;
  /** The first of the network's outputs in it. */
  readonly first: number;
}

/**
 * The tensors of a network's inputs and outputs. An input has its own name, an output that of its place in the structure; one that
 * has none is `output`, and one whose name another tensor has gets `_output` after it.
 * @throws ExportError for a name that no tensor can have.
 */
export function portsOf(program: Program): { inputs: readonly InputPort[]; outputs: readonly OutputPort[] } {
  const taken = new Set<string>();
  const inputs = program.fields.map(({ name, size }) => {
    checkName(name);
    taken.add(name);
    return { tensor: name, name, size: size ?? 1 };
  });
  const parts = outputParts(program.structure);
  const wanted = parts.map(({ path }) => (path.length === 0 ? 'output' : path.join('.')));
  const outputs = parts.map((part, p): OutputPort => {
    const name = wanted[p] as string;
    for (const key of part.path) checkName(String(key));
    let tensor = name;
    for (let i = 1; taken.has(tensor); i++) tensor = free(`${name}_output${i === 1 ? '' : i}`, wanted) ?? tensor;
    taken.add(tensor);
    return { ...part, tensor };
  });
  return { inputs, outputs };
}

/** The name, if nobody wants it. */
const free = (name: string, wanted: readonly string[]): string | undefined =>
  wanted.includes(name) ? undefined : name;

/** Single outputs, and arrays of nothing but outputs. */
function outputParts(structure: Outputs): readonly { path: Path; size: number; first: number }[] {
  const parts: { path: Path; size: number; first: number }[] = [];
  let next = 0;
  const isLeaf = (part: unknown): boolean => typeof part === 'number' || isNode(part);
  const walk = (part: Outputs, path: Path): void => {
    const size = isLeaf(part) ? 1 : Array.isArray(part) && part.length > 0 && part.every(isLeaf) ? part.length : 0;
    if (size > 0) {
      parts.push({ path, size, first: next });
      next += size;
    } else
      for (const [key, each] of Object.entries(part))
        walk(each as Outputs, [...path, Array.isArray(part) ? Number(key) : key]);
  };
  walk(structure, []);
  return parts;
}

/** Runtimes end a name at a NUL, pass over a byte order mark and take an empty name for none; UTF-8 has no halves of pairs. */
function checkName(name: string): void {
  if (name !== '' && !/^\ufeff|\0/.test(name) && !/\p{Surrogate}/u.test(name)) return;
  throw new ExportError(
    `toOnnx: ${quoted(name)} cannot be the name of a tensor, which must be text of one character at least, without NUL, a byte order mark in front or half of a surrogate pair. Name the input or the output otherwise.`,
  );
}
