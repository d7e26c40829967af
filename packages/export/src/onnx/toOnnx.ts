import { type BlockProgram, discover } from '@chainrule/blocks';
import { leafCode, lower, type Outputs, type Program } from '@chainrule/core';
import { aboutLines } from '../about.ts';
import { checkSize, ExportError } from '../errors.ts';
import { fingerprint } from '../fingerprint.ts';
import { shortest, shortestFloat } from '../numbers.ts';
import { quoted } from '../quoted.ts';
import { type Inexact, tellingVectors } from '../sensitivity.ts';
import { knownValues } from '../terms.ts';
import type { TestVectors, VectorOptions } from '../testVectors.ts';
import { type Columns, columnsOf } from './columns.ts';
import { foldNodes, outerNodes } from './foldNodes.ts';
import { type Graph, graphOf } from './graph.ts';
import { mapNodes } from './mapNodes.ts';
import { modelBytes, type Precision } from './model.ts';
import { type InputPort, type OutputPort, portsOf } from './ports.ts';
import { tensor } from './value.ts';

/** Options of `toOnnx`. */
export interface OnnxOptions {
  /** Floats of 32 bits (default), which every runtime has all operators for, or of 64. */
  readonly precision?: Precision;
  /** The rows that the model can be checked with; see `verifyOnnx`. */
  readonly vectors?: VectorOptions;
}

/** A node costs a runtime some 5 µs a run, however small, and more when it loads. */
const largest = 20_000;

/** What is promised of arithmetic in a precision. */
const arithmetic = (precision: Precision): Inexact & { rounded(value: number): number } =>
  precision === 'f32'
    ? { bound: 1e-5, unit: 2 ** -23, rounded: Math.fround }
    : { bound: 1e-14, unit: 2 ** -52, rounded: (value) => value };

/**
 * A network as an ONNX model: the bytes of a `.onnx` file, for any number of rows at a time. An input is a tensor of its name, rows × 1 or
 * rows × its size; so is an output, with `.` between keys, rows × 1 or for an array of numbers rows × their number; what has no name is
 * `output`. Dense layers are `Gemm`. The metadata hold a hash, the stated bound and test vectors for `verifyOnnx`.
 * @throws ExportError for a network of more than 20,000 nodes, a name that no tensor can have, or a precision that there is not.
 * @example writeFileSync('celsius.onnx', toOnnx({ celsius }, { precision: 'f64' }));
 */
export function toOnnx(outputs: Outputs, { precision = 'f32', vectors }: OnnxOptions = {}): Uint8Array {
  if (precision !== 'f32' && precision !== 'f64')
    throw new ExportError(`toOnnx: the precision must be 'f32' or 'f64', not ${quoted(String(precision))}.`);
  const program = lower(outputs);
  const ports = portsOf(program);
  const graph = graphOf(precision, new Set([...ports.inputs, ...ports.outputs].map((port) => port.tensor)));
  addNetwork(program, graph, ports);
  checkSize(graph.size(), {
    target: 'toOnnx',
    what: 'nodes',
    limit: largest,
    wayOut: 'toJavaScript, toC and toPython take networks of any size.',
  });
  const its = arithmetic(precision);
  const extremes = [0, Number.NaN, 1e4, -1e4, 1e30, -1e30];
  const { tests, bound } = tellingVectors(program, vectors, { extremes, rounded: its.rounded }, its);
  return modelBytes({
    precision,
    fields: graph.fields(),
    ...ports,
    about: aboutLines(program, 'A network as an ONNX model', bound, tests.rows.length).join('\n'),
    metadata: {
      'chainrule.graph': fingerprint(program),
      'chainrule.precision': quoted(precision),
      'chainrule.bound': String(bound),
      'chainrule.inputs': `[${ports.inputs.map(inputText).join(', ')}]`,
      'chainrule.outputs': `[${ports.outputs.map(outputText).join(', ')}]`,
      ...(tests.rows.length === 0 ? {} : { 'chainrule.vectors': vectorsText(tests, precision) }),
    },
  });
}

/** Adds the nodes of all blocks and outputs. */
function addNetwork(
  program: Program,
  graph: Graph,
  { inputs, outputs }: { inputs: readonly InputPort[]; outputs: readonly OutputPort[] },
): void {
  const known = knownValues(program);
  const columns = columnsOf(graph, known, inputs[0]?.tensor);
  const tensors = inputs.flatMap((port) => {
    const whole = tensor(port.tensor, port.size);
    return Array.from({ length: port.size }, (_, column) => ({ whole, column }));
  });
  for (let id = 0; id < program.length; id++)
    if (program.op[id] === leafCode.input) {
      const { whole, column } = tensors[program.aux[id] as number] as (typeof tensors)[number];
      columns.put(id, whole, column);
    }
  const blocks = discover(program);
  for (const { blocks: those } of blocks.phases)
    for (const block of those) addBlock(block, blocks, known, graph, columns);
  for (const { tensor: name, first, size } of outputs) {
    const value = columns.full(Array.from(program.outputs.subarray(first, first + size)));
    graph.output(value.name(), name);
  }
}

function addBlock(
  block: BlockProgram['phases'][number]['blocks'][number],
  blocks: BlockProgram,
  known: readonly (number | undefined)[],
  graph: Graph,
  columns: Columns,
): void {
  if (block.kind === 'map') mapNodes(block, blocks, graph, columns);
  else if (block.kind === 'fold') foldNodes(block, blocks, known, graph, columns);
  else outerNodes(block, blocks, graph, columns);
}

const inputText = ({ tensor: name, size, name: own }: InputPort): string =>
  `{"tensor": ${quoted(name)}, "size": ${size}, "name": ${quoted(own)}}`;

const outputText = ({ tensor: name, size, path }: OutputPort): string =>
  `{"tensor": ${quoted(name)}, "size": ${size}, "path": [${path.map((key) => (typeof key === 'number' ? key : quoted(key)))}]}`;

/** JSON has no NaN and no infinities: they are strings. */
function vectorsText({ rows, values }: TestVectors, precision: Precision): string {
  const number = (text: (value: number) => string) => (value: number) =>
    Number.isFinite(value) ? text(value) : `"${value}"`;
  const exact = precision === 'f32' ? shortestFloat : shortest;
  // nine digits are more than floats of 32 bits have
  const wanted = precision === 'f32' ? (value: number) => shortest(Number(value.toPrecision(9))) : shortest;
  const lists = (all: readonly Float64Array[], text: (value: number) => string): string =>
    `[${all.map((each) => `[${Array.from(each, number(text))}]`)}]`;
  return `{"rows": ${lists(rows, exact)}, "values": ${lists(values, wanted)}}`;
}
