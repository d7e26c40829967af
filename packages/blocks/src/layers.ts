import { type Node, type NodeTable, numberOf, type Operation, type Parameter, setNumber } from '@chainrule/core';
import { add, multiply } from '@chainrule/core/primitives';
import { fewestRows } from './fewestRows.ts';

/** A dense layer of a graph: sums of products of the same values with weights, each in one product alone. */
export interface Layer {
  readonly values: readonly Node[];
  /** The weights of each row, by their slots; rows come in the order of the walk. */
  readonly weights: readonly Int32Array[];
  /** Whether what is the same for the whole batch reads weights too, such as a penalty. */
  readonly isPenalised: boolean;
  /** From 1. */
  readonly number: number;
}

/** A walk through a graph that leaves out the products of layers. */
export interface Walk {
  /** All nodes but those products and their weights, each after its arguments. */
  readonly nodes: readonly Node[];
  readonly layers: readonly Layer[];
  /** Sums of the same operation on each of many parameters, with those, which nothing else reads that is the same for the whole batch. */
  readonly sums: ReadonlyMap<Node, readonly Parameter[]>;
  /** The layer of which a node is a row, if it is one. */
  layerOf(node: Node): Layer | undefined;
  /** The number of the layer that a parameter is a weight of; also of sums that are no layers. */
  readonly owners: NodeTable;
  /** All parameters, in order of creation. */
  readonly parameters: readonly Parameter[];
  /** The slot of a parameter, which is its place there; −1 if it is not there. */
  slotOf(parameter: Parameter): number;
}

/** What may be a layer. */
interface Candidate extends Layer {
  readonly weights: Int32Array[];
  isPrivate: boolean;
  isPenalised: boolean;
}

/**
 * Finds the layers below a node. A value of a layer is read by it alone, or is an input, and is finite for finite leaves: so its
 * derivative is one sum, without a `select` around a term.
 */
export function layersOf(of: Node, sumsOf: typeof weightsIn = weightsIn): Walk {
  const candidates: (Candidate | undefined)[] = [undefined]; // by their numbers
  const startingWith: NodeTable = []; // the number of the last candidate whose first value a node is
  const candidateOf = new Map<Node, Candidate>(); // of rows
  const parameters: Parameter[] = [];
  const owners: NodeTable = []; // of parameters
  const readers: NodeTable = []; // of parameters: 1 for uniform nodes, 2 for several rows or other values per sample
  const met: NodeTable = []; // places of parameters in `parameters`, from 1
  let latest = -1; // the creation number of the parameter met last
  let isSorted = true;
  const uses: NodeTable = [];
  const place: NodeTable = []; // in `nodes`, from 1
  const nodes: Node[] = [];
  const sums = new Map<Node, readonly Parameter[]>();

  /** Meets a parameter, which is read by a row of a candidate, or by a node of a rank; gives its place. */
  const meet = (parameter: Parameter, rank: number, row?: Candidate): number => {
    let at = numberOf(met, parameter) - 1;
    if (at < 0) {
      at = parameters.push(parameter) - 1;
      setNumber(met, parameter, at + 1);
      isSorted &&= parameter.id > latest;
      latest = parameter.id;
    }
    const owner = candidates[numberOf(owners, parameter)];
    const isFirst = row && owner === undefined;
    const its = numberOf(readers, parameter) | (isFirst ? 0 : rank + 1);
    if (isFirst) setNumber(owners, parameter, row.number);
    else setNumber(readers, parameter, its);
    if (its !== 0)
      for (const candidate of [owner, row])
        if (candidate) {
          if (its & 2) candidate.isPrivate = false;
          else candidate.isPenalised = true;
        }
    return at;
  };

  /** Makes a node a row of a candidate; gives its arguments but for the products. */
  const join = (candidate: Candidate, node: Operation): readonly Node[] => {
    const { args } = node;
    const terms = candidate.values.length;
    const weights = new Int32Array(terms);
    for (let k = 0; k < terms; k++) {
      const product = args[k] as Operation;
      weights[k] = meet(product.args[weightPlace(product)] as Parameter, 1, candidate);
    }
    candidate.weights.push(weights);
    return args.slice(terms);
  };

  /** The arguments of a node that the walk goes on to; of the first row of a candidate only the values. */
  const argsOf = (node: Operation): readonly Node[] => {
    const { args } = node;
    const penalised = sumsOf(node);
    if (penalised) {
      sums.set(node, penalised);
      return [];
    }
    const terms = termsOf(node);
    if (terms < 2) return args;
    const known = candidates[numberOf(startingWith, factorOf(args[0] as Node))];
    let same = 0;
    while (same < terms && factorOf(args[same] as Node) === known?.values[same]) same++;
    if (known && same === terms && known.values.length === terms) {
      candidateOf.set(node, known);
      return join(known, node);
    }
    const values = args.slice(0, terms).map(factorOf);
    const number = candidates.length;
    const candidate = { values, weights: [], isPrivate: true, isPenalised: false, number };
    candidates.push(candidate);
    setNumber(startingWith, values[0] as Node, number);
    candidateOf.set(node, candidate);
    return values;
  };

  const path: Operation[] = [];
  const open: (readonly Node[])[] = [[of]];
  const next = [0];
  for (;;) {
    const args = open[open.length - 1] as readonly Node[];
    let i = next.pop() as number;
    let inner: Operation | undefined;
    while (i < args.length && inner === undefined) {
      const arg = args[i++] as Node;
      if (isInner(arg)) {
        setNumber(uses, arg, numberOf(uses, arg) + 1);
        if (numberOf(place, arg) === 0) inner = arg;
      } else {
        if (numberOf(place, arg) === 0) setNumber(place, arg, nodes.push(arg));
        if (arg.kind === 'parameter') meet(arg, path[path.length - 1]?.rank ?? 1);
      }
    }
    if (inner) {
      path.push(inner);
      next.push(i, 0);
      open.push(argsOf(inner));
      continue;
    }
    open.pop();
    const node = path.pop();
    if (node === undefined) break;
    const candidate = candidateOf.get(node);
    if (candidate?.weights.length === 0) {
      path.push(node);
      next.push(0);
      open.push(join(candidate, node));
    } else setNumber(place, node, nodes.push(node));
  }

  for (const weights of sums.values())
    for (const weight of weights) {
      const its = numberOf(readers, weight);
      if (numberOf(met, weight) === 0 || its & 5) return layersOf(of, () => undefined);
      setNumber(readers, weight, its | 4);
    }
  if (!isSorted) sortByCreation(parameters, candidates, met);

  const isTame = new Uint8Array(nodes.length + 1); // by place: whether it is so for finite leaves
  const isTameAt = (node: Node): boolean => isTame[numberOf(place, node)] === 1;
  nodes.forEach((node, i) => {
    const its = isInner(node)
      ? node.op.finite && (candidateOf.get(node)?.values ?? node.args).every(isTameAt)
      : node.kind !== 'constant' || Number.isFinite(node.value);
    isTame[i + 1] = its ? 1 : 0;
  });

  const isLayer = (its: Candidate | undefined): its is Candidate =>
    its?.isPrivate === true &&
    its.weights.length >= fewestRows &&
    its.values.every((x) => !isInner(x) || (numberOf(uses, x) === 1 && isTameAt(x)));
  const layers = new Set<Layer>(candidates.filter(isLayer));
  return {
    nodes,
    layers: [...layers],
    sums,
    layerOf: (node) => {
      const candidate = candidateOf.get(node);
      return candidate && layers.has(candidate) ? candidate : undefined;
    },
    owners,
    parameters,
    slotOf: (parameter) => numberOf(met, parameter) - 1,
  };
}

/** Sorts parameters, and with them their places in the weights of candidates and in a table. */
function sortByCreation(parameters: Parameter[], candidates: readonly (Candidate | undefined)[], met: NodeTable): void {
  const asMet = [...parameters];
  parameters.sort((a, b) => a.id - b.id).forEach((parameter, slot) => setNumber(met, parameter, slot + 1));
  for (const its of candidates)
    for (const row of its?.weights ?? [])
      for (let i = 0; i < row.length; i++) row[i] = numberOf(met, asMet[row[i] as number] as Parameter) - 1;
}

export const isInner = (node: Node): node is Operation => node.kind === 'operation';

/** How many products of a weight and a value a sum begins with; 0 if it goes on with anything but inputs and parameters. */
function termsOf({ op, args }: Operation): number {
  if (op !== add) return 0;
  let terms = 0;
  while (terms < args.length && weightOf(args[terms] as Node)) terms++;
  for (let k = terms; k < args.length; k++) if (isInner(args[k] as Node) || args[k]?.kind === 'constant') return 0;
  return terms;
}

/** Fewer terms are no list. */
const fewestTerms = 8;

/** The parameters of a sum of the same operation on each; undefined for another node. */
function weightsIn({ op, rank, args }: Operation): readonly Parameter[] | undefined {
  if (op !== add || rank === 1 || args.length < fewestTerms) return undefined;
  const first = args[0] as Operation;
  const weights = args.map((term) => {
    if (!isInner(term) || term.op !== first.op || term.args.length !== first.args.length) return undefined;
    const [weight] = term.args;
    return term.args.every((arg) => arg === weight) ? weight : undefined;
  });
  return weights.every((weight) => weight?.kind === 'parameter') ? (weights as Parameter[]) : undefined;
}

/** The parameter in a product of a parameter and a value per sample. */
function weightOf(node: Node): Parameter | undefined {
  if (!isInner(node) || node.op !== multiply || node.args.length !== 2) return undefined;
  const a = node.args[0] as Node;
  const b = node.args[1] as Node;
  if (a.kind === 'parameter') return b.rank === 1 ? a : undefined;
  return b.kind === 'parameter' && a.rank === 1 ? b : undefined;
}

/** Where the parameter stands in such a product. */
const weightPlace = ({ args }: Operation): 0 | 1 => (args[0]?.kind === 'parameter' ? 0 : 1);

/** The other factor. */
const factorOf = (product: Node): Node => {
  const its = product as Operation;
  return its.args[1 - weightPlace(its)] as Node;
};
