import {
  apply,
  type Node,
  type NodeTable,
  numberOf,
  type Operation,
  type Parameter,
  parameter,
  setNumber,
} from '@chainrule/core';
import { add, multiply } from '@chainrule/core/primitives';
import { layer, list, row } from './vectorOps.ts';

/** A dense layer of a graph: sums of products of the same values with weights that nothing else reads. */
export interface Layer {
  /** Stands for the weights in the condensed graph. */
  readonly matrix: Parameter;
  readonly terms: number;
  /** The weights of each row. */
  readonly rows: readonly (readonly Parameter[])[];
}

/** A graph in which a few operations on lists stand for its layers. */
export interface Condensed {
  readonly root: Node;
  readonly layers: readonly Layer[];
  /** Whether a parameter is a weight of one of them. */
  isWeight(parameter: Parameter): boolean;
}

/** Fewer rows are no layer. */
const fewestRows = 4;

/** What may be a layer. */
interface Candidate {
  readonly values: readonly Node[];
  readonly rows: Operation[];
  readonly weights: Parameter[][];
  isPrivate: boolean;
}

/**
 * Replaces the layers of a graph, all of whose weights are among `targets`, by operations on lists, without walking through
 * their products. A value of a layer is read by it alone, or is an input, and is finite for finite leaves: so its derivative
 * is one sum, with no `select` around a term. Undefined if there is no layer.
 */
export function condensed(of: Node, targets: NodeTable): Condensed | undefined {
  const candidates: Candidate[] = [];
  const startingWith: NodeTable = []; // the last candidate whose first value a node is, from 1
  const owner: NodeTable = []; // of weights: their candidate, from 1
  const uses: NodeTable = [];
  const place: NodeTable = []; // from 1
  const nodes: Node[] = [];
  const candidateOf = new Map<Node, number>(); // of rows

  /** The arguments of a node that the walk goes to; the products of a row are no such. */
  const read = (node: Operation): readonly Node[] => {
    const { op, args } = node;
    if (op !== add) return args;
    let terms = 0;
    while (terms < args.length && weightOf(args[terms] as Node)) terms++;
    if (terms < 2) return args;
    for (let k = terms; k < args.length; k++) if (isInner(args[k] as Node) || args[k]?.kind === 'constant') return args;
    let number = numberOf(startingWith, factorOf(args[0] as Node));
    const known = candidates[number - 1];
    let k = 0;
    while (k < terms && known?.values[k] === factorOf(args[k] as Node)) k++;
    const isNew = known === undefined || k < terms || known.values.length !== terms;
    if (isNew) {
      const values = args.slice(0, terms).map(factorOf);
      number = candidates.push({ values, rows: [], weights: [], isPrivate: new Set(values).size === terms });
      setNumber(startingWith, values[0] as Node, number);
    }
    const candidate = candidates[number - 1] as Candidate;
    const weights = new Array<Parameter>(terms);
    for (let i = 0; i < terms; i++) {
      const weight = weightOf(args[i] as Node) as Parameter;
      const before = numberOf(owner, weight);
      if (before !== 0) (candidates[before - 1] as Candidate).isPrivate = false;
      if (before !== 0 || numberOf(place, weight) !== 0 || numberOf(targets, weight) === 0) candidate.isPrivate = false;
      setNumber(owner, weight, number);
      weights[i] = weight;
    }
    candidate.weights.push(weights);
    candidate.rows.push(node);
    candidateOf.set(node, number);
    return isNew ? candidate.values.concat(args.slice(terms)) : args.slice(terms);
  };

  const path: Operation[] = [];
  const reads: (readonly Node[])[] = [[of]];
  const next = [0];
  while (reads.length > 0) {
    const args = reads[reads.length - 1] as readonly Node[];
    let i = next.pop() as number;
    let deeper: Operation | undefined;
    for (; i < args.length && deeper === undefined; i++) {
      const arg = args[i] as Node;
      if (isInner(arg)) setNumber(uses, arg, numberOf(uses, arg) + 1);
      if (numberOf(place, arg) !== 0) continue;
      if (isInner(arg)) deeper = arg;
      else {
        setNumber(place, arg, nodes.push(arg));
        const its = arg.kind === 'parameter' ? numberOf(owner, arg) : 0;
        if (its !== 0) (candidates[its - 1] as Candidate).isPrivate = false;
      }
    }
    if (deeper) {
      path.push(deeper);
      next.push(i, 0);
      reads.push(read(deeper));
    } else {
      reads.pop();
      const node = path.pop();
      if (node) setNumber(place, node, nodes.push(node));
    }
  }

  const isUnsafe = new Uint8Array(nodes.length + 1); // by place: finite leaves may give what is not finite
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    if (node.kind === 'constant' && !Number.isFinite(node.value)) isUnsafe[i + 1] = 1;
    if (!isInner(node)) continue;
    const args = candidates[(candidateOf.get(node) ?? 0) - 1]?.values ?? node.args;
    if (!node.op.finite || args.some((arg) => isUnsafe[numberOf(place, arg)] === 1)) isUnsafe[i + 1] = 1;
  }

  const isLayer = ({ isPrivate, rows, values }: Candidate): boolean =>
    isPrivate &&
    rows.length >= fewestRows &&
    values.every((x) => !isInner(x) || (numberOf(uses, x) === 1 && isUnsafe[numberOf(place, x)] === 0));
  const layers = candidates.map((its): Layer | undefined =>
    isLayer(its) ? { matrix: parameter(0), terms: its.values.length, rows: its.weights } : undefined,
  );
  if (layers.every((its) => its === undefined)) return undefined;

  const copies = new Map<Node, Node>();
  const copyOf = (node: Node): Node => copies.get(node) ?? (isInner(node) ? copied(node) : node);
  const copied = (node: Operation): Node => {
    const args = node.args.map(copyOf);
    const copy = args.every((arg, k) => arg === node.args[k]) ? node : apply(node.op, args);
    copies.set(node, copy);
    return copy;
  };
  const heads: Node[] = []; // by candidate: the layer whose rows are copied
  for (const node of nodes) {
    const number = (candidateOf.get(node) ?? 0) - 1;
    const its = layers[number];
    if (its === undefined) {
      copyOf(node);
      continue;
    }
    const [first] = its.rows as [readonly Parameter[]];
    const { values, rows, weights } = candidates[number] as Candidate;
    heads[number] ??= apply(layer, [apply(list, [...values.map(copyOf), ...first]), its.matrix]);
    const [weight] = weights[rows.indexOf(node as Operation)] as [Parameter];
    copies.set(node, apply(row, [heads[number], weight, ...(node as Operation).args.slice(its.terms)]));
  }
  return {
    root: copyOf(of),
    layers: layers.filter((its) => its !== undefined),
    isWeight: (its) => layers[numberOf(owner, its) - 1] !== undefined,
  };
}

const isInner = (node: Node): node is Operation => node.kind === 'operation';

/** The parameter in a product of a parameter and a value per sample. */
function weightOf(node: Node): Parameter | undefined {
  if (!isInner(node) || node.op !== multiply || node.args.length !== 2) return undefined;
  const [a, b] = node.args as [Node, Node];
  if (a.kind === 'parameter') return b.rank === 1 ? a : undefined;
  return b.kind === 'parameter' && a.rank === 1 ? b : undefined;
}

const factorOf = (product: Node): Node => {
  const [a, b] = (product as Operation).args as [Node, Node];
  return a.kind === 'parameter' ? b : a;
};
