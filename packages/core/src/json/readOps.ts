import { describe, ModelFileError } from '../errors.ts';
import { type Node, operation } from '../node.ts';
import { type Notation, precedence } from '../notation.ts';
import { namePattern, type Op } from '../op.ts';
import { fill, makeTemplate, type Rule, type Template, template } from '../template.ts';
import { escaped, list, place, record, text } from './check.ts';
import { nodeReader } from './readNode.ts';

/** An op of a file may have so many arguments, and stand for so many primitives. */
const limits = { arguments: 1e6, primitives: 1e6 };

/** The ops that a file defines, and how many primitives each stands for. */
export interface FileOps {
  readonly ops: ReadonlyMap<string, Op>;
  readonly sizes: ReadonlyMap<Op, number>;
}

/** Reads the definitions. An expansion may use only ops that stand before it, so expanding comes to an end. */
export function readOps(written: Readonly<Record<string, unknown>>): FileOps {
  const ops = new Map<string, Op>();
  const sizes = new Map<Op, number>();
  const later: (() => void)[] = [];
  for (const [key, entry] of Object.entries(written)) {
    const pointer = `/ops/${escaped(key)}`;
    const definition = record(entry, pointer);
    const rules = new Map<Rule, Template>();
    const op = readOp(definition, rules, pointer);
    const read = (rule: Rule): void => {
      rules.set(rule, readRule(definition[rule], ops, op, rule, `${pointer}/${rule}`));
    };
    read('expand');
    const size = sizeOf((rules.get('expand') as Template).nodes, sizes);
    if (size > limits.primitives)
      throw new ModelFileError(pointer, `stands for ${size} primitives, more than ${limits.primitives}.`);
    ops.set(key, op);
    sizes.set(op, size);
    for (const rule of ['partials', 'log', 'complement'] as const) if (op[rule]) later.push(() => read(rule));
    for (const rule of ['log', 'complement'] as const)
      if (op[rule]) later.push(() => pointed(`${pointer}/${rule}`, () => template(op, rule, op.arity as number)));
  }
  for (const run of later) run();
  return { ops, sizes };
}

/** How many primitives nodes stand for. */
export function sizeOf(nodes: readonly Node[], sizes: ReadonlyMap<Op, number>): number {
  return nodes.reduce((n, node) => n + (node.kind === 'operation' ? (sizes.get(node.op) ?? 1) : 0), 0);
}

function readOp(
  definition: Readonly<Record<string, unknown>>,
  rules: ReadonlyMap<Rule, Template>,
  pointer: string,
): Op {
  const name = text(definition['name'], `${pointer}/name`);
  if (!namePattern.test(name))
    throw new ModelFileError(`${pointer}/name`, `expected letters and digits, got ${describe(name)}.`);
  const arity = place(definition['arity'], limits.arguments + 1, `${pointer}/arity`);
  const { finite } = definition;
  if (finite !== undefined && finite !== true)
    throw new ModelFileError(`${pointer}/finite`, `expected true or nothing, got ${describe(finite)}.`);
  const one = (rule: Rule) => (args: readonly Node[]) => use(rules, rule, args)[0] as Node;
  return {
    name,
    arity,
    notation: readNotation(definition['notation'], `${pointer}/notation`),
    finite: finite === true,
    primitive: undefined,
    expand: one('expand'),
    partials: definition['partials'] === undefined ? undefined : (y, args) => use(rules, 'partials', [...args, y]),
    log: definition['log'] === undefined ? undefined : one('log'),
    complement: definition['complement'] === undefined ? undefined : one('complement'),
  };
}

const use = (rules: ReadonlyMap<Rule, Template>, rule: Rule, args: readonly Node[]): Node[] =>
  fill(rules.get(rule) as Template, args, (leaf) => leaf, operation);

function readRule(written: unknown, ops: ReadonlyMap<string, Op>, op: Op, rule: Rule, pointer: string): Template {
  const { nodes, results } = record(written, pointer);
  const arity = op.arity as number;
  const count = rule === 'partials' ? arity : 1;
  const places = list(results, `${pointer}/results`);
  if (places.length !== count)
    throw new ModelFileError(`${pointer}/results`, `expected ${count} results, got ${places.length}.`);
  return makeTemplate(rule === 'partials' ? arity + 1 : arity, (holes) => {
    const read = nodeReader(ops, holes);
    const made: Node[] = [];
    list(nodes, `${pointer}/nodes`).forEach((node, i) => made.push(read(node, made, `${pointer}/nodes/${i}`)));
    return places.map((at, i) => made[place(at, made.length, `${pointer}/results/${i}`)] as Node);
  });
}

function readNotation(written: unknown, pointer: string): Notation | undefined {
  if (written === undefined) return undefined;
  const { form, symbol, precedence: level } = record(written, pointer);
  if (form === 'conditional') return { form };
  if (form !== 'infix' && form !== 'prefix' && form !== 'suffix')
    throw new ModelFileError(
      `${pointer}/form`,
      `expected infix, prefix, suffix or conditional, got ${describe(form)}.`,
    );
  if (typeof level !== 'string' || !Object.hasOwn(precedence, level))
    throw new ModelFileError(
      `${pointer}/precedence`,
      `expected one of ${Object.keys(precedence).join(', ')}, got ${describe(level)}.`,
    );
  const sign = text(symbol, `${pointer}/symbol`);
  if (!/^[-+*/%<>=!&|^~ \d]{1,8}$/.test(sign))
    throw new ModelFileError(`${pointer}/symbol`, `expected an operator sign, got ${describe(sign)}.`);
  return { form, symbol: sign, precedence: level as keyof typeof precedence };
}

/** Runs `check` so that its error points at a place. */
export function pointed(pointer: string, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    throw new ModelFileError(pointer, (error as Error).message);
  }
}
