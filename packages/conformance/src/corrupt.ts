import { evaluator, gradient, outputNodes, parameters, type Row } from '@chainrule/core';
import { multiply, sum } from '@chainrule/ops';
import { type Net, rowsOf } from './nets/net.ts';

/**
 * Accidents for a text that holds a network's parameters in decimal: each changes the third digit of another one of those that matter
 * most, by the slopes of a sum of the outputs at the first rows.
 */
export function accidents(net: Net, count: number): ((text: string) => string)[] {
  // weights that differ, since the outputs of a softmax add up to 1 whatever the parameters
  const total = sum(outputNodes(net.outputs).map((output, i) => multiply(i + 1, output)));
  const all = [...parameters(total)].filter(({ value }) => String(value).length > 7);
  const slopes = evaluator(gradient(total, all));
  const weight = new Float64Array(all.length);
  for (const row of (rowsOf(net) as Row[]).slice(0, 20))
    slopes(row).forEach((slope, k) => {
      (weight[k] as number) += Math.abs(slope * (all[k]?.value as number));
    });
  const order = [...weight.keys()].sort((a, b) => (weight[b] as number) - (weight[a] as number));
  return order.slice(0, count).map((k) => (text) => {
    const value = all[k]?.value as number;
    const digits = Math.abs(value)
      .toPrecision(17)
      .replace(/e.*$|^0/g, '')
      .slice(0, 6);
    const at = text.indexOf(digits);
    if (at < 0) throw new Error(`The text does not hold ${value}.`);
    const significant = [...digits.matchAll(/\d/g)].filter(({ index }) => /[1-9]/.test(digits.slice(0, index + 1)));
    const place = at + (significant[2]?.index as number);
    return text.slice(0, place) + ((Number(text[place]) + 5) % 10) + text.slice(place + 1);
  });
}
