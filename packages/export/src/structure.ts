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
  /** A long array of outputs that follow each other, where there is a shorter text for it. */
  slice?(from: number, to: number): string;
  array(items: readonly string[]): string;
  record(entries: readonly (readonly [key: string, text: string])[]): string;
}

/** An array of more outputs than this is printed as a slice of all of them. */
const longestList = 16;

/** Prints the structure of outputs. */
export function shapeText(structure: Outputs, { output, slice, array, record }: ShapeSpelling): string {
  let next = 0;
  const text = (part: Outputs): string => {
    if (isOutput(part)) return output(next++);
    if (slice && Array.isArray(part) && part.length > longestList && part.every(isOutput)) {
      next += part.length;
      return slice(next - part.length, next);
    }
    if (Array.isArray(part)) return array(part.map((each) => text(each as Outputs)));
    return record(Object.entries(part).map(([key, each]) => [key, text(each as Outputs)] as const));
  };
  return text(structure);
}

const isOutput = (part: Outputs): boolean => isNode(part) || typeof part === 'number';

/** A name for each number of a row: the field, and the place in it for a vector. */
export function slotNames({ fields }: Program): readonly { readonly field: InputField; readonly index: number }[] {
  return fields.flatMap((field) => Array.from({ length: field.size ?? 1 }, (_, index) => ({ field, index })));
}
