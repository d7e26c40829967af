import {
  collectLeaves,
  describe,
  evaluate,
  gradient,
  type Node,
  type Op,
  type Order,
  type Outputs,
  type Scope,
  scopesOf,
  summary,
} from '@chainrule/core';
import { ExportError } from '../errors.ts';
import type { DrawingOptions } from './drawing.ts';
import { plainName } from './plainName.ts';

/** What is written into the boxes of a graph. */
export interface GraphLabels {
  /** Lines for the node at a place of the order. */
  node(node: Node, i: number): readonly string[];
  /** Lines for a call of a macro as one box. */
  block(scope: Scope): readonly string[];
  scope(scope: Scope): string;
}

/**
 * The labels of a graph.
 * @throws ExportError if `gradientOf` has no row, or if `digits` is no positive whole number; InputError for the row.
 */
export function graphLabels(
  outputs: Outputs,
  { nodes }: Order,
  { row, gradientOf, digits = 4, foldAbove = 150 }: DrawingOptions,
): GraphLabels {
  if (digits !== Number.POSITIVE_INFINITY && (!Number.isInteger(digits) || digits < 1))
    throw new ExportError(`digits must be a positive whole number or Infinity, not ${describe(digits)}.`);
  if (gradientOf !== undefined && row === undefined)
    throw new ExportError('gradientOf needs a row: derivatives are drawn as numbers. Pass { row, gradientOf }.');
  const text = (value: number): string =>
    Object.is(value, -0) ? '-0' : String(digits > 17 ? value : Number(value.toPrecision(digits)));
  const isFolded = nodes.length > foldAbove;
  const values = row === undefined || isFolded ? undefined : valuesAt(nodes, row, gradientOf);
  const { nameOf, parameters } = collectLeaves(nodes);
  const unnamed = new Map(parameters.filter(({ name }) => name === undefined).map((each, i) => [each, `p${i + 1}`]));
  const { labelOf } = scopesOf(nodes);
  const blocks = new Map(summary(outputs).blocks.map((block) => [block.name, block]));

  const head = (node: Node): string => {
    if (node.kind === 'constant') return text(node.value);
    if (node.kind === 'operation') return opText(node.op);
    if (node.kind === 'input')
      return plainName(nameOf(node)) + (node.element === undefined ? '' : `[${node.element.index}]`);
    return `${node.name === undefined ? unnamed.get(node) : plainName(node.name)} = ${text(node.value)}`;
  };
  return {
    node: (node, i) => {
      const lines = [head(node)];
      const { value, slope } = values?.[i] ?? {};
      if (value !== undefined && (node.kind === 'operation' || node.kind === 'input')) lines.push(`= ${text(value)}`);
      if (slope !== undefined && node.kind !== 'constant') lines.push(`∂ ${text(slope)}`);
      return lines;
    },
    block: (scope) => {
      const name = labelOf(scope);
      const found = blocks.get(name);
      if (found === undefined) return [plainName(name)];
      const { inputs, outputs: given, parameters } = found;
      return [
        plainName(name),
        `${inputs} → ${given}`,
        ...(parameters === 0 ? [] : [`${parameters} parameter${parameters === 1 ? '' : 's'}`]),
      ];
    },
    scope: (scope) => plainName(labelOf(scope)),
  };
}

/** What stands for an op in a box: its sign, if it has one, else its name. */
export const opText = ({ name, notation }: Op): string =>
  notation?.form === 'infix' || notation?.form === 'prefix' ? plainSign(notation.symbol) : name;

/** Signs come from saved models, too: what is none is written as a name. */
const plainSign = (symbol: string): string => (/^[-+*/<>=!]{1,2}$/.test(symbol) ? symbol : plainName(symbol));

function valuesAt(
  nodes: readonly Node[],
  row: NonNullable<DrawingOptions['row']>,
  of: Node | undefined,
): readonly { readonly value: number; readonly slope: number | undefined }[] {
  const slopes = of === undefined ? [] : (gradient(of, nodes as Outputs) as Node[]);
  const values = evaluate([...nodes, ...slopes] as Outputs, row) as number[];
  return nodes.map((_, i) => ({ value: values[i] as number, slope: values[nodes.length + i] }));
}
