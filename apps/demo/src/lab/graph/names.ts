import type { Node } from '@chainrule/core';
import type { Split } from '../data/split.ts';
import { numberText } from './numberText.ts';
import { isLinear, type Plan } from './plan.ts';

/**
 * What the nodes of a network are called, in order: of the first linear layer, `w₁[3,2]` is the weight of unit 3 for input 2,
 * b₁[3] its bias, z₁[3] their sum and a₁[3] what the activation makes of it. The loss is L, what is predicted ŷ.
 */
export function namesOf(plan: Plan, { features, classes, targetName }: Split): string[] {
  const { model, order, visits, linears, layers, units } = plan;
  const names = new Array<string | undefined>(order.nodes.length);
  const name = (node: Node, text: string): void => {
    names[order.indexOf(node)] ??= text;
  };
  const nameOf = (node: Node): string => names[order.indexOf(node)] as string;
  name(model.loss, 'L');
  model.inputs.forEach((node, i) => name(node, features[i] as string));
  model.outputs.forEach((node, i) => name(node, model.outputs.length === 1 ? 'ŷ' : `ŷ[${classes[i]}]`));
  const biases = new Set<Node>();
  linears.forEach((part, layer) => {
    const { nodes } = model.layers[layer] as Plan['model']['layers'][number];
    if (part === undefined) return nodes.forEach((node, i) => name(node, `${features[i]}′`));
    const { first, inputs } = part;
    const its = below(part.number);
    nodes.forEach((node, unit) => {
      const [...own] = model.parameters.slice(first + unit * (inputs + 1), first + (unit + 1) * (inputs + 1));
      const bias = own.pop() as Node;
      own.forEach((weight, i) => name(weight, `w${its}[${unit + 1},${i + 1}]`));
      name(bias, `b${its}[${unit + 1}]`);
      biases.add(bias);
      if (!isLinear(node)) name(node, `a${its}[${unit + 1}]`);
    });
  });
  for (const node of visits) {
    const at = order.indexOf(node);
    if (node.kind === 'constant') name(node, numberText(node.value));
    else if (node.kind === 'input') name(node, targetName);
    else if (node.kind === 'operation' && isLinear(node)) {
      const isSum = node.args.some((arg) => biases.has(arg));
      const number = linears[layers[at] as number]?.number ?? 0;
      name(node, isSum ? `z${below(number)}[${(units[at] as number) + 1}]` : node.args.map(nameOf).join('·'));
    } else name(node, `v${below(at)}`);
  }
  return names as string[];
}

const known = new Map<number, string>();

/** A number as an index below the line. */
function below(number: number): string {
  let text = known.get(number);
  if (text === undefined) {
    text = String(number).replaceAll(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
    known.set(number, text);
  }
  return text;
}
