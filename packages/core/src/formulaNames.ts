import { collectLeaves } from './leaves.ts';
import { type Input, isNode, type Node, type Parameter } from './node.ts';
import { printable } from './printable.ts';
import type { Outputs } from './structure.ts';

/** What things are called in a formula: no name stands for two of them, and each is a JavaScript identifier or a member. */
export interface FormulaNames {
  leaf(node: Input | Parameter): string;
  /** The names under which a node is an output; none for the one output of a formula without a name. */
  outputs(node: Node): readonly string[];
  /** The one output, if there is no array or record around it. */
  readonly single: Node | undefined;
  /** A new name for a step: s1, s2, … */
  step(): string;
}

/** What JavaScript reads as a name, and nobody takes for another one. */
const isIdentifier = (name: string): boolean =>
  /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) && name === printable(name.normalize());

const reserved = /* @__PURE__ */ new Set(
  /* @__PURE__ */ `arguments await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null package private protected public
  return static super switch this throw true try typeof undefined var void while with yield NaN Infinity __proto__ inputs
  outputs`.split(/\s+/),
);

/** How a formula calls an op: by its name, unless that means something else in JavaScript. */
export const callName = (op: string): string => (reserved.has(op) ? `${op}_` : op);

/** `named`: whether parameters are called by names too. */
export function formulaNames(nodes: readonly Node[], outputs: Outputs, named: boolean): FormulaNames {
  const taken = new Set(reserved);
  for (const node of nodes) if (node.kind === 'operation') taken.add(callName(node.op.name));

  const leaves = collectLeaves(nodes);
  const ofInput = new Map<string, string>();
  for (const { name } of leaves.fields)
    ofInput.set(name, isIdentifier(name) && !taken.has(name) ? name : `inputs[${quoted(name)}]`);
  for (const name of ofInput.values()) taken.add(name);

  const fresh = (prefix: string): (() => string) => {
    let count = 0;
    return () => {
      let name: string;
      do name = `${prefix}${++count}`;
      while (taken.has(name));
      return name;
    };
  };
  const unnamed = fresh('p');
  const ofParameter = new Map<Node, string>();
  for (const parameter of named ? leaves.parameters : []) {
    const { name } = parameter;
    const given = name !== undefined && isIdentifier(name) && !taken.has(name) ? name : unnamed();
    ofParameter.set(parameter, given);
    taken.add(given);
  }

  const ofOutput = new Map<Node, string[]>();
  const collect = (output: unknown, path: string, member: (key: string) => string): void => {
    if (isNode(output)) {
      const paths = ofOutput.get(output) ?? [];
      ofOutput.set(output, paths);
      paths.push(path);
    } else if (Array.isArray(output))
      output.forEach((element, i) => collect(element, `${path}[${i}]`, memberOf(`${path}[${i}]`)));
    else
      for (const [key, value] of Object.entries(output as object)) collect(value, member(key), memberOf(member(key)));
  };
  const top = memberOf('outputs');
  if (!isNode(outputs)) {
    const plain = new Set(Object.keys(outputs).filter((key) => isIdentifier(key) && !taken.has(key)));
    collect(outputs, 'outputs', (key) => (plain.has(key) ? key : top(key)));
    for (const key of plain) taken.add(key);
  }

  return {
    leaf: (node) => {
      if (node.kind === 'parameter') return ofParameter.get(node) as string;
      const name = ofInput.get(leaves.nameOf(node)) as string;
      return node.element === undefined ? name : `${name}[${node.element.index}]`;
    },
    outputs: (node) => ofOutput.get(node) ?? [],
    single: isNode(outputs) ? outputs : undefined,
    step: fresh('s'),
  };
}

/** Names of the members of a record: `path.key` or `path["any key"]`. */
const memberOf =
  (path: string) =>
  (key: string): string =>
    isIdentifier(key) ? `${path}.${key}` : `${path}[${quoted(key)}]`;

const quoted = (name: string): string => printable(JSON.stringify(name));
