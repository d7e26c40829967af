import { describe, ModelFileError } from '../errors.ts';
import { type Node, operation } from '../node.ts';
import { type Notation, precedence } from '../notation.ts';
import { namePattern, type Op } from '../op.ts';
import { primitives as closedSet } from '../primitives/all.ts';
import { fill, makeTemplate, type Rule, type Template } from '../template.ts';
import { escaped, list, place, record, text, wrong } from './check.ts';
import { leafNames } from './format.ts';
import { nodeReader } from './readNode.ts';
import { type Room, type Size, sizeOf } from './size.ts';

/** The ops that a file defines, and how much each stands for. */
export interface FileOps {
  readonly ops: ReadonlyMap<string, Op>;
  readonly sizes: ReadonlyMap<Op, Size>;
}

/** Reads the definitions. An expansion may use only ops that stand before it, so expanding comes to an end. */
export function readOps(written: Readonly<Record<string, unknown>>, room: Room): FileOps {
  const ops = new Map<string, Op>();
  const sizes = new Map<Op, Size>();
  const largest = new Map<Op, Size>();
  const later: (() => void)[] = [];
  let holes = 0;
  for (const [key, entry] of Object.entries(written)) {
    const pointer = `/ops/${escaped(key)}`;
    if (leafNames.includes(key) || Object.hasOwn(closedSet, key))
      throw new ModelFileError(pointer, `${describe(key)} has a meaning already. Give the op another key.`);
    const definition = record(entry, pointer);
    const rules = new Map<Rule, Template>();
    const op = readOp(definition, rules, room.holes - holes, pointer);
    holes += op.arity as number;
    const read = (rule: Rule): Size => {
      const at = `${pointer}/${rule}`;
      const made = readRule(definition[rule], ops, op, rule, at);
      rules.set(rule, made);
      return room.check(sizeOf(made.nodes, sizes), at);
    };
    const { primitives, depth } = read('expand');
    const size = { primitives, depth: depth + 1 };
    ops.set(key, op);
    sizes.set(op, size);
    largest.set(op, size);
    later.push(() => {
      if (op.partials) read('partials');
      for (const rule of ['log', 'complement'] as const)
        if (op[rule]) largest.set(op, larger(largest.get(op) as Size, read(rule)));
    });
  }
  for (const run of later) run();
  return { ops, sizes: largest };
}

const larger = (a: Size, b: Size): Size => (b.primitives > a.primitives ? b : a);

function readOp(
  definition: Readonly<Record<string, unknown>>,
  rules: ReadonlyMap<Rule, Template>,
  holes: number,
  pointer: string,
): Op {
  const name = text(definition['name'], `${pointer}/name`);
  if (!namePattern.test(name)) wrong(name, 'letters and digits, beginning with a letter', `${pointer}/name`);
  const arity = place(definition['arity'], holes + 1, `${pointer}/arity`, 'a number of arguments', 1);
  const { finite } = definition;
  if (finite !== undefined && finite !== true) wrong(finite, 'true or nothing', `${pointer}/finite`);
  const stated = (rule: Rule) =>
    definition[rule] === undefined ? undefined : (args: readonly Node[]) => use(rules, rule, args)[0] as Node;
  return {
    name,
    arity,
    notation: readNotation(definition['notation'], `${pointer}/notation`),
    finite: finite === true,
    primitive: undefined,
    expand: stated('expand'),
    partials: definition['partials'] === undefined ? undefined : (y, args) => use(rules, 'partials', [...args, y]),
    log: stated('log'),
    complement: stated('complement'),
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
    const read = nodeReader({ ops, holes });
    const made: Node[] = [];
    list(nodes, `${pointer}/nodes`).forEach((node, i) => made.push(read(node, made, `${pointer}/nodes/${i}`)));
    return places.map(
      (at, i) => made[place(at, made.length, `${pointer}/results/${i}`, 'the place of a node')] as Node,
    );
  });
}

function readNotation(written: unknown, pointer: string): Notation | undefined {
  if (written === undefined) return undefined;
  const { form, symbol, precedence: level } = record(written, pointer);
  if (form === 'conditional') return { form };
  if (form !== 'infix' && form !== 'prefix' && form !== 'suffix')
    return wrong(form, 'infix, prefix, suffix or conditional', `${pointer}/form`);
  if (typeof level !== 'string' || !Object.hasOwn(precedence, level))
    return wrong(level, `one of ${Object.keys(precedence).join(', ')}`, `${pointer}/precedence`);
  const sign = text(symbol, `${pointer}/symbol`);
  if (!/^[-+*/%<>=!&|^~ \d\p{Sm}]{1,8}$/u.test(sign)) wrong(sign, 'an operator sign', `${pointer}/symbol`);
  return { form, symbol: sign, precedence: level as keyof typeof precedence };
}
