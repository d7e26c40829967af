import { type BlockProgram, type FoldBlock, type Operand2, type OuterBlock, rowOf } from '@chainrule/blocks';
import type { Columns } from './columns.ts';
import type { Graph } from './graph.ts';
import { operation } from './spelling.ts';
import { type Tensor, tensor, type Value } from './value.ts';

/** Where the terms of a list are: for each row of the block, the instructions. */
type Terms = readonly (readonly number[])[];

/** Row i, term k of an operand. */
function placeOf(operand: Operand2, i: number, k: number, count: number): number {
  return operand.kind === 'table'
    ? (operand.table[i * count + k] as number)
    : rowOf(operand.row, i) + rowOf(operand.term, k);
}

const termsOf = (operand: Operand2, rows: number, count: number, { groups }: BlockProgram): Terms =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: count }, (_, k) => groups[operand.group]?.ids[placeOf(operand, i, k, count)] as number),
  );

/** The nodes of a sum, product, maximum or minimum for each row: a dense layer is one. */
export function foldNodes(
  { primitive, rows, parts, stores }: FoldBlock,
  blocks: BlockProgram,
  known: readonly (number | undefined)[],
  graph: Graph,
  columns: Columns,
): void {
  const lists = parts.map(({ count, factors }) => factors.map((factor) => termsOf(factor, rows, count, blocks)));
  const layers = lists.map((list) => (primitive === 'add' ? layerOf(list, known) : undefined));
  const first = layers.findIndex((layer) => layer !== undefined);
  const biases = lists.map((list) => (first < 0 ? undefined : biasOf(list, known)));
  const bias = biases.findIndex((numbers) => numbers !== undefined);
  const values = lists.flatMap((list, part): readonly Value[] => {
    if (part === bias) return [];
    const layer = layers[part];
    if (layer === undefined) return [folded(primitive, list, graph, columns)];
    return [denseLayer(layer, part === first ? biases[bias] : undefined, graph, columns)];
  });
  const value = values.length === 1 ? (values[0] as Value) : operation(graph, primitive, values);
  for (const { group, map } of stores)
    for (let i = 0; i < rows; i++) columns.put(blocks.groups[group]?.ids[rowOf(map, i)] as number, value, i);
}

/** Products of two lists, for each row of the block. */
export function outerNodes(
  { rows, columns: width, a, b, store }: OuterBlock,
  { groups }: BlockProgram,
  graph: Graph,
  columns: Columns,
): void {
  const idsOf = ({ group, map }: OuterBlock['a'], count: number): number[] =>
    Array.from({ length: count }, (_, i) => groups[group]?.ids[rowOf(map, i)] as number);
  const [left, right] = [idsOf(a, rows), idsOf(b, width)];
  const pairs = left.flatMap((l) => right.map((r) => [l, r] as const));
  const products = operation(
    graph,
    'multiply',
    [0, 1].map((side) => columns.full(pairs.map((pair) => pair[side] as number))),
  );
  pairs.forEach((_, i) => {
    const row = placeOf(store, Math.floor(i / width), i % width, width);
    columns.put(groups[store.group]?.ids[row] as number, products, i);
  });
}

/** Numbers that are known, one for each row. */
function biasOf(list: readonly Terms[], known: readonly (number | undefined)[]): readonly number[] | undefined {
  if (list.length > 1 || list[0]?.[0]?.length !== 1) return undefined;
  const numbers = list[0].flatMap(([id]) => known[id as number] ?? []);
  return numbers.length === list[0].length ? numbers : undefined;
}

/** A sum of weights times the same columns for all rows. */
interface Layer {
  readonly inputs: readonly number[];
  /** Row after row. */
  readonly weights: readonly number[];
  readonly rows: number;
}

/** The layer that products are, if all rows read the same columns, and known weights. */
function layerOf(list: readonly Terms[], known: readonly (number | undefined)[]): Layer | undefined {
  if (list.length !== 2) return undefined;
  const isKnown = (terms: Terms): boolean => terms.every((row) => row.every((id) => known[id] !== undefined));
  const [w, x] = (isKnown(list[0] as Terms) ? list : [...list].reverse()) as [Terms, Terms];
  const inputs = x[0] as readonly number[];
  const places = new Map(inputs.map((id, k) => [id, k]));
  const isShared = places.size === inputs.length && x.every((row) => isSame(row, places));
  if (!isKnown(w) || isKnown(x) || !isShared) return undefined;
  const weights = w.flatMap((row, i) => {
    const sorted = new Array<number>(row.length);
    row.forEach((id, k) => {
      sorted[places.get(x[i]?.[k] as number) as number] = known[id] as number;
    });
    return sorted;
  });
  return { inputs, weights, rows: w.length };
}

const isSame = (row: readonly number[], places: ReadonlyMap<number, number>): boolean =>
  row.every((id) => places.has(id)) && new Set(row).size === places.size;

function denseLayer(
  { inputs, weights, rows }: Layer,
  bias: readonly number[] | undefined,
  graph: Graph,
  columns: Columns,
): Tensor {
  const names = [columns.full(inputs).name(), graph.numbers(weights, [rows, inputs.length])];
  if (bias !== undefined) names.push(graph.numbers(bias, [rows]));
  return tensor(graph.node('Gemm', names, { transB: 1 }), rows);
}

/** Successive terms of a list, or products of two, folded for each row. */
function folded(primitive: FoldBlock['primitive'], list: readonly Terms[], graph: Graph, columns: Columns): Value {
  const [rows, count] = [list[0]?.length as number, list[0]?.[0]?.length as number];
  if (count === 1 && list.length === 1) return columns.of(list.flat(2));
  const factors = list.map((terms) => columns.full(terms.flat()));
  const terms = factors.length === 1 ? (factors[0] as Tensor) : operation(graph, 'multiply', factors);
  if (count === 1) return terms;
  // of one row the columns are the terms
  if (rows === 1) return tensor(reduced(primitive, terms.name(), 1, graph), 1);
  const cube = graph.node('Reshape', [terms.name(), graph.places([0, rows, count])]);
  return tensor(reduced(primitive, cube, 2, graph), rows);
}

/** Folds along an axis, which stays if it is that of columns. */
function reduced(primitive: FoldBlock['primitive'], terms: string, axis: 1 | 2, graph: Graph): string {
  const keepdims = axis === 1 ? 1 : 0;
  const reduce = (op: string, of: string): string => graph.node(op, [of], { axes: [axis], keepdims });
  if (primitive === 'add') return graph.node('ReduceSum', [terms, graph.places([axis])], { keepdims });
  if (primitive === 'multiply') return reduce('ReduceProd', terms);
  const [zero, one] = [graph.numbers([0], []), graph.numbers([1], [])];
  // ONNX does not say what the largest of NaN and others is
  const marks = graph.node('Where', [graph.node('IsNaN', [terms]), one, zero]);
  const isSome = graph.node('Less', [zero, reduce('ReduceMax', marks)]);
  const most = reduce(primitive === 'max' ? 'ReduceMax' : 'ReduceMin', terms);
  return graph.node('Where', [isSome, graph.numbers([Number.NaN], []), most]);
}
