import { type InputField, isNode, type Outputs, type Program } from '@chainrule/core';

/** Where an output lies in the structure of outputs: keys of records, places in arrays; empty for a single node. */
export type Path = readonly (string | number)[];

/** The paths of all outputs, in the order of `Program.outputs`. */
export function outputPaths(structure: Outputs): readonly Path[] {
  const paths: Path[] = [];
  const walk = (part: Outputs, path: Path): void => {
    if (isNode(part) || typeof part === 'number') paths.push(path);
    else if (Array.isArray(part)) part.forEach((each, i) => walk(each as Outputs, [...path, i]));
    else for (const [key, each] of Object.entries(part)) walk(each as Outputs, [...path, key]);
  };
  walk(structure, []);
  return paths;
}

/** A structure of outputs as text: how the language writes an array and a record, and each output by its number. */
export interface ShapeSpelling {
  output(i: number): string;
  array(items: readonly string[]): string;
  record(entries: readonly (readonly [key: string, text: string])[]): string;
}

/** Prints the structure of outputs. */
export function shapeText(structure: Outputs, { output, array, record }: ShapeSpelling): string {
  let next = 0;
  const text = (part: Outputs): string => {
    if (isNode(part) || typeof part === 'number') return output(next++);
    if (Array.isArray(part)) return array(part.map((each) => text(each as Outputs)));
    return record(Object.entries(part).map(([key, each]) => [key, text(each as Outputs)] as const));
  };
  return text(structure);
}

/** A name for each number of a row: the field, and the place in it for a vector. */
export function slotNames({ fields }: Program): readonly { readonly field: InputField; readonly index: number }[] {
  return fields.flatMap((field) => Array.from({ length: field.size ?? 1 }, (_, index) => ({ field, index })));
}
