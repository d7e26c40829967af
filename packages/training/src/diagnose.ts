import {
  apply,
  evaluator,
  funcify,
  type InputField,
  input,
  type Node,
  type Operation,
  parameters,
  topologicalOrder,
} from '@chainrule/core';
import { NonFiniteError } from './errors.ts';
import type { Objective } from './objective.ts';

/** Formulas and lists in a message are cut to about this length. */
const longest = 160;

/**
 * Finds out why a step gave a number that is not finite: the first sample that does so on its own, and in it the first
 * node, in topological order, that is not finite while its arguments are, and that makes the result so.
 */
export function diagnose(
  what: string,
  kept: string,
  objective: Objective,
  batch: Batch,
  done: { readonly epoch: number; readonly step: number },
): NonFiniteError {
  const { goal } = objective;
  const { fields } = goal;
  const row = badRow(objective, batch);
  const sample = row === undefined ? {} : sampleAt(fields, batch.columns, row);
  const found =
    row === undefined ? undefined : (badNode([goal.loss], sample) ?? badNode([goal.mean, ...goal.gradients], sample));
  const [epoch, step] = [done.epoch + 1, done.step + 1];
  const place = row !== undefined && fields.length > 0 ? `, row ${row} (${sampleText(sample)})` : '';
  const cause = found
    ? `First bad node: ${found.text}.`
    : 'No single value is infinite, but values have grown until sums or squares overflow.';
  return new NonFiniteError(`${what} in epoch ${epoch}, step ${step}${place}. ${cause} ${kept} ${cure(found)}`, {
    node: found?.node,
    formula: found?.formula,
    values: found?.values ?? [],
    row: fields.length > 0 ? row : undefined,
    sample,
    epoch,
    step,
  });
}

/** The samples of a step. */
interface Batch {
  readonly columns: readonly Float64Array[];
  readonly rows: Int32Array;
  readonly count: number;
}

type Sample = Readonly<Record<string, number | number[]>>;

/** The first row of the batch whose loss or gradient is not finite on its own. */
function badRow(objective: Objective, { columns, rows, count }: Batch): number | undefined {
  for (let s = 0; s < count; s++) {
    const loss = objective.run(columns, 1, rows.subarray(s, s + 1));
    if (!Number.isFinite(loss) || !objective.gradient.every(Number.isFinite)) return rows[s];
  }
  return undefined;
}

function sampleAt(fields: readonly InputField[], columns: readonly Float64Array[], row: number): Sample {
  const entries = fields.map(({ name, size, slot }) => {
    const values = columns.slice(slot, slot + (size ?? 1)).map((column) => column[row] as number);
    return [name, size === undefined ? (values[0] as number) : values] as const;
  });
  return Object.fromEntries(entries);
}

interface Found {
  readonly node: Node;
  readonly value: number;
  readonly values: readonly number[];
  readonly formula: string;
  readonly text: string;
}

function badNode(roots: readonly Node[], sample: Sample): Found | undefined {
  const { nodes, indexOf } = topologicalOrder(roots);
  const results = evaluator(nodes as Node[])(sample) as readonly number[];
  const numberAt = (node: Node): number => results[indexOf(node)] as number;
  const args = (node: Node): readonly Node[] => (node.kind === 'operation' ? node.args : []);
  const isBad = (node: Node): boolean => !Number.isFinite(numberAt(node));
  // an infinity that ends in something finite, as in 1 / exp x, is not to blame
  const blamed = new Set(roots.filter(isBad));
  for (let i = nodes.length - 1; i >= 0; i--)
    if (blamed.has(nodes[i] as Node)) for (const arg of args(nodes[i] as Node)) if (isBad(arg)) blamed.add(arg);
  const node = nodes.find((candidate) => blamed.has(candidate) && !args(candidate).some(isBad));
  if (node === undefined) return undefined;
  const value = numberAt(node);
  const values = args(node).map(numberAt);
  if (node.kind !== 'operation') {
    const formula = node.kind === 'parameter' ? `parameter ${node.name ?? ''}`.trim() : node.kind;
    return { node, value, values, formula, text: `${formula} = ${value}` };
  }
  const formula = formulaOf(node);
  const terms = node.args.flatMap((arg, i) => (arg.kind === 'constant' ? [] : [`${labelOf(arg, i)} = ${values[i]}`]));
  const where = terms.length > 0 ? `, where ${shorten(terms.join(', '), longest)}` : '';
  return { node, value, values, formula, text: `${formula} = ${value}${where}` };
}

/** An argument by its formula; by its place if that has unnamed parameters, whose numbers differ from formula to formula. */
function labelOf(arg: Node, i: number): string {
  const isNamed = parameters(arg).every(({ name }) => name !== undefined);
  return isNamed ? shorten(formulaOf(arg), 60) : `argument ${i + 1}`;
}

/** The formula of a node on one line; of a long one, only the last operation. */
function formulaOf(node: Node): string {
  const whole = funcify(node, { parameters: 'names' });
  if (node.kind !== 'operation' || (whole.length <= longest && !whole.includes('\n'))) return whole;
  return shorten(funcify(outermost(node)), longest);
}

/** The node's operation on arguments that are shown by a letter. */
function outermost({ op, args }: Operation): Node {
  return apply(
    op,
    args.map((arg, i) => (arg.kind === 'operation' ? input(args.length === 1 ? '…' : `…${i + 1}`) : arg)),
  );
}

const shorten = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text);

const sampleText = (sample: Sample): string =>
  shorten(
    Object.entries(sample)
      .map(([name, value]) => `${name} = ${typeof value === 'number' ? value : `[${value.join(', ')}]`}`)
      .join(', '),
    longest,
  );

/** What to do: values that have grown need a gentler run; an argument outside an operation's domain another formula. */
function cure(found: Found | undefined): string {
  const grown = found === undefined || found.values.some((value) => Math.abs(value) > 100);
  return grown
    ? 'Lower the learning rate, scale the inputs to about −1…1, or clip gradients: chain(clipByGlobalNorm(1), adam()).'
    : 'Keep the argument inside the domain (add a small constant, or clamp it), or use the form of the loss that takes logits.';
}
