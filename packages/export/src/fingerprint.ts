import { isNode, type Program, primitiveOf } from '@chainrule/core';
import { argsOf } from './terms.ts';

/**
 * Sixteen hexadecimal digits that differ where two networks do: in an operation, a number, a parameter's value, a name or the
 * structure of the outputs. Two FNV-1a hashes of 32 bits (Fowler, Noll & Vo 1991) over the program as text.
 */
export function fingerprint(program: Program): string {
  let [a, b] = [0x811c9dc5, 0x1b873593];
  const add = (text: string): void => {
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : 0x10000;
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ (code + (a >>> 24)), 0x01000193);
    }
  };
  for (const { name, size, slot } of program.fields) add(JSON.stringify([name, size ?? null, slot]));
  for (const { value } of program.parameters) add(String(value));
  for (let id = 0; id < program.length; id++)
    add(`${primitiveOf(program, id)?.name ?? `leaf ${program.op[id]}`} ${argsOf(program, id)} ${program.aux[id]}`);
  add(`${program.outputs} ${JSON.stringify(program.structure, (_, part) => (isNode(part) ? 0 : part))}`);
  return [a, b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
