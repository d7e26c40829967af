import { type Outputs, outputNodes, parameters } from '@chainrule/core';

/** Accidents for a text that holds the network's parameters in decimal: in each, the third digit of another of them is changed. */
export function accidents(outputs: Outputs, count: number): ((text: string) => string)[] {
  const values = [...new Set(outputNodes(outputs).flatMap((node) => parameters(node).map(({ value }) => value)))];
  const long = values.filter((value) => String(value).length > 7);
  const largestFirst = long.sort((a, b) => Math.abs(b) - Math.abs(a)).slice(0, count);
  return largestFirst.map((value) => (text) => {
    const digits = Math.abs(value).toPrecision(17).replace(/e.*$/, '').slice(0, 6);
    const at = text.indexOf(digits);
    if (at < 0) throw new Error(`The text does not hold ${value}.`);
    const place = at + digits.search(/[1-9]/) + 3; // beyond the point, at the third or fourth digit
    const digit = text[place] as string;
    return text.slice(0, place) + ((Number(digit) + 5) % 10) + text.slice(place + 1);
  });
}
