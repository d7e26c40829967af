import { describe, GraphError } from './errors.ts';
import type { Op } from './op.ts';

declare const names: unique symbol;

/** What every node has. `In` is the union of the names of the inputs that the node depends on; it exists for types only. */
interface Base<In extends string> {
  /** Creation number: larger than that of every argument. */
  readonly id: number;
  /** 0 = uniform over a batch (constants, parameters, what is built from them alone), 1 = one value per sample. */
  readonly rank: 0 | 1;
  /** The innermost macro call that built the node. */
  readonly scope: Scope | undefined;
  readonly [names]?: () => In;
}

export interface Constant extends Base<never> {
  readonly kind: 'constant';
  readonly value: number;
}

export interface Input<In extends string = string> extends Base<In> {
  readonly kind: 'input';
  /** Unnamed inputs are named x1, x2, … in order of creation when a graph is lowered. */
  readonly name: string | undefined;
  /** Place and length, for an element of a vector input. */
  readonly element: { readonly index: number; readonly size: number } | undefined;
}

export interface Parameter extends Base<never> {
  readonly kind: 'parameter';
  readonly name: string | undefined;
  /** Whether training may change the value. */
  readonly trainable: boolean;
  /** The one thing in a graph that changes. Every write is seen by whatever was evaluated or compiled before. */
  value: number;
}

export interface Operation<In extends string = string> extends Base<In> {
  readonly kind: 'operation';
  readonly op: Op;
  readonly args: readonly Node[];
  /** What the laws of simplification make of it, once that has been asked: mostly itself. */
  form: Node | undefined;
}

/** A scalar expression: immutable, but for a parameter's value. It may be an argument of any number of other nodes. */
export type Node<In extends string = string> = Constant | Input<In> | Parameter | Operation<In>;

/** Anywhere a node is wanted a plain number will do. */
export type NodeLike<In extends string = string> = Node<In> | number;

/** The names of the inputs that a node, a number or a union of them depends on. */
export type NamesOf<T> = T extends number ? never : T extends Base<infer In> ? In : never;

/** One call of a macro; its label (`linear#2`) is counted per graph, in order of creation. */
export interface Scope {
  readonly macro: string;
  readonly parent: Scope | undefined;
  readonly id: number;
}

function requireNumber(value: unknown, what: string, name?: string): void {
  if (typeof value !== 'number')
    throw new GraphError(`${name ? `Parameter "${name}"` : what} must be a number, not ${describe(value)}.`);
}

let created = 0;
let scope: Scope | undefined;
let version = 0;

/** A new scope inside another, or, without one, inside that of the macro being run. */
export function newScope(macro: string, parent: Scope | undefined = scope): Scope {
  return { macro, parent, id: created++ };
}

/** Runs `build` so that the nodes it makes belong to a scope. */
export function inScope<T>(inner: Scope | undefined, build: () => T): T {
  const outer = scope;
  scope = inner;
  try {
    return build();
  } finally {
    scope = outer;
  }
}

/** Grows whenever any parameter's value is written: an unchanged number means unchanged parameters. */
export function parameterVersion(): number {
  return version;
}

/** Says that values of parameters were written where they are kept. */
export function parametersWritten(): void {
  version++;
}

/**
 * A number that never changes.
 * @throws GraphError if `value` is not a number.
 * @example evaluate(constant(3)) // 3
 */
export function constant(value: number): Constant {
  requireNumber(value, 'A constant');
  return { kind: 'constant', id: created++, rank: 0, scope, value };
}

/**
 * A value that each row brings. Two inputs of one name are the same input.
 * @throws GraphError if `name` is not a string.
 * @example const celsius = multiply(5 / 9, subtract(input('fahrenheit'), 32));
 */
export function input<const In extends string = string>(name?: In): Input<In> {
  if (name !== undefined && typeof name !== 'string')
    throw new GraphError(`An input's name must be a string, not ${describe(name)}.`);
  return makeInput(name, undefined);
}

/**
 * One vector input as an array of `size` nodes, fed by one array per row.
 * @throws GraphError if `size` is not a positive whole number.
 * @example const pixels = inputs('pixel', 784); // evaluate(sum(pixels), { pixel: image })
 */
export function inputs<const In extends string>(name: In, size: number): Input<In>[] {
  if (typeof name !== 'string') throw new GraphError(`A vector input's name must be a string, not ${describe(name)}.`);
  if (!Number.isInteger(size) || size < 1)
    throw new GraphError(`inputs("${name}", …) needs a positive whole number of elements, not ${describe(size)}.`);
  return Array.from({ length: size }, (_, index) => makeInput(name, { index, size }));
}

/** An input node from its parts. */
export function makeInput<In extends string>(name: In | undefined, element: Input['element']): Input<In> {
  return { kind: 'input', id: created++, rank: 1, scope, name, element };
}

// values of parameters made one after the other lie together: thousands are written at once
const together = 512;
let made = 0;
let numbers: Float64Array;

class ParameterNode implements Parameter {
  readonly kind = 'parameter';
  readonly id: number = created++;
  readonly rank = 0;
  readonly scope: Scope | undefined = scope;
  readonly name: string | undefined;
  readonly trainable: boolean;
  readonly #at = made++ % together;
  readonly #numbers: Float64Array;

  constructor(value: number, name: string | undefined, trainable: boolean) {
    if (this.#at === 0) numbers = new Float64Array(together);
    this.#numbers = numbers;
    requireNumber(value, 'A parameter', name);
    numbers[this.#at] = value;
    this.name = name;
    this.trainable = trainable;
  }

  get value(): number {
    return this.#numbers[this.#at] as number;
  }

  set value(value: number) {
    requireNumber(value, 'A parameter', this.name);
    this.#numbers[this.#at] = value;
    version++;
  }

  /** What a console shows. */
  get [Symbol.toStringTag](): string {
    return `${this.value}`;
  }

  static spot(its: ParameterNode, use: (list: Float64Array, at: number) => void): void {
    use(its.#numbers, its.#at);
  }
}

/** Values of parameters that are kept one after the other: in which list, from which place on, and how many. */
export interface ValueRun {
  readonly list: Float64Array;
  readonly at: number;
  count: number;
}

/** Where the values of parameters are kept. */
export function valueRunsOf(parameters: readonly Parameter[]): readonly ValueRun[] {
  const runs: ValueRun[] = [];
  const add = (list: Float64Array, at: number): void => {
    const last = runs[runs.length - 1];
    if (last?.list === list && last.at + last.count === at) last.count++;
    else runs.push({ list, at, count: 1 });
  };
  for (let k = 0; k < parameters.length; k++) ParameterNode.spot(parameters[k] as ParameterNode, add);
  return runs;
}

/** A parameter node from its parts; `parameter` (random.ts) is the public way to make one. */
export function makeParameter(value: number, name: string | undefined, trainable: boolean): Parameter {
  return new ParameterNode(value, name, trainable);
}

/** The node that applies `op` to `args`. */
export function operation<In extends string = string>(op: Op, args: readonly Node[]): Operation<In> {
  let rank: 0 | 1 = 0;
  if (!op.acrossBatch) for (let i = 0; i < args.length; i++) if (args[i]?.rank === 1) rank = 1;
  return { kind: 'operation', id: created++, rank, scope, op, args, form: undefined };
}

let latest: Constant | undefined;

/** The constant of a number that stands among nodes: the one made last, if that is the same number in the same scope. */
export function literal(value: number): Constant {
  if (latest === undefined || !Object.is(latest.value, value) || latest.scope !== scope) latest = constant(value);
  return latest;
}

/**
 * A node as it is, a number as a constant.
 * @throws GraphError if `value` is neither.
 */
export function lift<T extends NodeLike>(value: T): Node<NamesOf<T>> {
  if (typeof value === 'number') return literal(value);
  if (isNode(value)) return value as Node<NamesOf<T>>;
  throw new GraphError(`Expected a node or a number, not ${describe(value)}.`);
}

/** Whether a value is a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && typeof (value as Partial<Node> | null)?.kind === 'string';
}
