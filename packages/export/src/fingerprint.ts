import { isNode, type Program } from '@chainrule/core';

/**
 * Sixteen hexadecimal digits that differ where two networks do: in an operation, a number, a parameter's value, a name or the
 * structure of the outputs. Two FNV-1a hashes of 32 bits (Fowler, Noll & Vo 1991) over the program as text.
 */
export function fingerprint(program: Program): string {
  const { fields, parameters, primitives, op, args, argStart, aux, outputs, structure } = program;
  const text = [
    JSON.stringify(fields),
    parameters.map(({ value }) => value),
    primitives.map(({ name }) => name),
    op,
    args,
    argStart,
    aux,
    outputs,
    JSON.stringify(structure, (_, part) => (isNode(part) ? 0 : part)),
  ].join('\n');
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ (text.charCodeAt(i) + (a >>> 24)), 0x01000193);
  }
  return [a, b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
