import { GraphError } from '../errors.ts';
import type { Node, Scope } from '../node.ts';
import type { Op } from '../op.ts';
import { type NodeTable, numberOf, setNumber, topologicalOrder } from '../order.ts';
import { primitiveNames } from '../primitives/primitive.ts';
import { scopesOf } from '../scopes.ts';
import { mapNodes, type Outputs, outputNodes } from '../structure.ts';
import { type Rule, type Template, template } from '../template.ts';
import {
  format,
  type JsonNode,
  type JsonNumber,
  type JsonOp,
  type JsonOutputs,
  type JsonRule,
  type JsonScope,
  leafNames,
  type ModelFile,
  version,
} from './format.ts';

/**
 * A graph as plain data for `JSON.stringify`: a flat list of nodes with the values of the parameters, and the definitions
 * of all ops that are not primitives, so that `fromJSON` needs nothing else.
 * @example localStorage.setItem('model', JSON.stringify(toJSON({ probability })));
 */
export function toJSON(outputs: Outputs): ModelFile {
  const lifted = mapNodes<unknown, Node>(outputs, (node) => node) as Outputs;
  // by creation: arguments come first in this order too, and inputs and parameters keep theirs
  const nodes = [...topologicalOrder(outputNodes(lifted)).nodes].sort((a, b) => a.id - b.id);
  const place: NodeTable = [];
  nodes.forEach((node, i) => setNumber(place, node, i));
  const indexOf = (node: Node): number => numberOf(place, node);
  const ops = opWriter();
  const written = nodes.map((node): JsonNode => writeNode(node, indexOf, ops.keyOf));
  return {
    format,
    version,
    ops: ops.finish(),
    nodes: written,
    scopes: writeScopes(nodes),
    outputs: mapNodes<unknown, number>(lifted, indexOf) as JsonOutputs,
  };
}

function writeNode(node: Node, indexOf: (node: Node) => number, keyOf: (op: Op, arity: number) => string): JsonNode {
  switch (node.kind) {
    case 'constant':
      return ['constant', writeNumber(node.value)];
    case 'input':
      if (node.name === undefined) return ['input'];
      return node.element ? ['input', node.name, node.element.index, node.element.size] : ['input', node.name];
    case 'parameter': {
      const about = {
        ...(node.name !== undefined && { name: node.name }),
        ...(!node.trainable && { trainable: false as const }),
      };
      const value = writeNumber(node.value);
      return Object.keys(about).length > 0 ? ['parameter', value, about] : ['parameter', value];
    }
    case 'operation':
      return [keyOf(node.op, node.args.length), ...node.args.map(indexOf)];
  }
}

function writeNumber(value: number): JsonNumber {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : (String(value) as JsonNumber);
}

/** Gives each derived op, with each number of arguments, a key of its own, and writes the definitions. */
function opWriter(): { keyOf(op: Op, arity: number): string; finish(): Record<string, JsonOp> } {
  const keys = new Map<Op, string[]>(); // by the number of arguments
  const taken = new Set<string>([...leafNames, ...primitiveNames]);
  const waiting: { readonly key: string; readonly op: Op; readonly arity: number }[] = [];
  const keyOf = (op: Op, arity: number): string => {
    if (op.primitive !== undefined) return op.primitive;
    const ofOp = keys.get(op) ?? [];
    keys.set(op, ofOp);
    let key = ofOp[arity];
    if (key === undefined) {
      key = op.name;
      for (let i = 2; taken.has(key); i++) key = `${op.name}'${i}`;
      taken.add(key);
      ofOp[arity] = key;
      waiting.push({ key, op, arity });
    }
    return key;
  };
  return {
    keyOf,
    finish: () => {
      const written = new Map<string, JsonOp>();
      // writing a definition may add the ops that it uses to the list
      for (let i = 0; i < waiting.length; i++) {
        const { key, op, arity } = waiting[i] as (typeof waiting)[number];
        written.set(key, writeOp(op, arity, keyOf));
      }
      return inOrderOfUse(written);
    },
  };
}

/** The definitions, each after those that its expansion uses. */
function inOrderOfUse(ops: ReadonlyMap<string, JsonOp>): Record<string, JsonOp> {
  const ordered = new Map<string, JsonOp>();
  const open = new Set<string>();
  const stack = [...ops.keys()].reverse();
  while (stack.length > 0) {
    const key = stack.pop() as string;
    const op = ops.get(key) as JsonOp;
    if (open.has(key)) {
      ordered.set(key, op); // by now all that it uses stands there
      continue;
    }
    open.add(key);
    stack.push(key);
    for (const [used] of op.expand.nodes.toReversed()) {
      if (!ops.has(used) || ordered.has(used)) continue;
      if (open.has(used)) throw new GraphError(`The expansion of op "${op.name}" uses the op itself: it has no end.`);
      stack.push(used);
    }
  }
  return Object.fromEntries(ordered);
}

function writeOp(op: Op, arity: number, keyOf: (op: Op, arity: number) => string): JsonOp {
  const rule = (name: Rule): JsonRule => writeRule(template(op, name, arity), keyOf);
  return {
    name: op.name,
    arity,
    ...(op.finite && { finite: true as const }),
    ...(op.notation && { notation: op.notation }),
    expand: rule('expand'),
    ...(op.partials && { partials: rule('partials') }),
    ...(op.log && { log: rule('log') }),
    ...(op.complement && { complement: rule('complement') }),
  };
}

function writeRule({ nodes, holes, args, results }: Template, keyOf: (op: Op, arity: number) => string): JsonRule {
  return {
    nodes: nodes.map((node, i): JsonNode => {
      if ((holes[i] as number) >= 0) return ['argument', holes[i] as number];
      if (node.kind !== 'operation') return writeNode(node, () => 0, keyOf);
      return [keyOf(node.op, node.args.length), ...(args[i] as readonly number[])];
    }),
    results,
  };
}

function writeScopes(nodes: readonly Node[]): JsonScope[] {
  const { list } = scopesOf(nodes);
  const place = new Map<Scope | undefined, number>(list.map((scope, i) => [scope, i]));
  const members = list.map((): number[] => []);
  nodes.forEach((node, i) => members[place.get(node.scope) ?? -1]?.push(i));
  return list.map(({ macro, parent }, i) => ({
    macro,
    ...(parent && { parent: place.get(parent) as number }),
    nodes: members[i] as number[],
  }));
}
