import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  evaluate,
  funcify,
  gradient,
  interpreter,
  lower,
  type Node,
  type Outputs,
  primitives,
  simplify,
  substitute,
} from './index.ts';
import { buildGraph, plan, runs } from './testing/randomGraph.ts';
import { runFormula } from './testing/runFormula.ts';
import { multiply } from './testing/vocabulary.ts';

const full = { digits: Number.POSITIVE_INFINITY };

/** x ** 2 is printed for the square as well, which is x · x to the last bit: so is the power here. */
const powersAsSquares = (outputs: Outputs): Outputs =>
  substitute(outputs, (node) => {
    if (node.kind !== 'operation' || node.op !== primitives.power) return node;
    const [base, exponent] = node.args as [Node, Node];
    return exponent.kind !== 'operation' && exponent.kind !== 'input' && exponent.value === 2
      ? multiply(base, base)
      : node;
  });

/** The values of a graph as it is written, without the laws that make it simpler. */
function meaning(outputs: Outputs, row: Readonly<Record<string, unknown>>): number[] {
  const program = lower(powersAsSquares(outputs), { simplify: false });
  const columns = program.fields.flatMap(({ name }) => [row[name]].flat().map((value) => [value as number]));
  const results = Array.from(program.outputs, () => new Float64Array(1));
  interpreter(program).run(columns, 1, results);
  return results.map(([value]) => value as number);
}

const sameBits = (found: unknown, expected: number | undefined): boolean => Object.is(found, expected);

test('funcify(y, { digits: Infinity }), run as JavaScript, gives the bits of evaluate for random graphs', () => {
  fc.assert(
    fc.property(plan, fc.boolean(), (given, derive) => {
      const { of, others, row, targets } = buildGraph(given);
      const outputs = derive ? gradient<Node[], Node>(of, [...targets]) : [of, ...others];
      const formula = funcify(outputs, full);
      const found = runFormula(formula, row)['outputs'] as Record<number, number>;
      meaning(outputs, row).forEach((expected, i) => {
        if (!sameBits(found[i], expected))
          throw new Error(`output ${i} is ${found[i]}, not ${expected}, in\n${formula}`);
      });
    }),
    runs(1000),
  );
}, 60_000);

test('funcify(simplify(y)), run as JavaScript, gives the bits of evaluate(y) for random graphs', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const { of, row, parameters } = buildGraph(given);
      const [p, q] = parameters.map(({ value }) => value);
      const formula = funcify(simplify(of), { ...full, parameters: 'names' });
      const found = runFormula(formula, { ...row, p, q })['result'];
      const expected = evaluate<Node>(of, row);
      if (!sameBits(found, expected)) throw new Error(`${found}, not ${expected}, from\n${formula}`);
    }),
    runs(500),
  );
}, 60_000);

test('funcify(y, { parameters: "names" }), run with their values, gives the same as with their values in it', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const { of, row, parameters } = buildGraph(given);
      const [p, q] = parameters.map(({ value }) => value);
      fc.pre(p !== 2 && q !== 2); // a power of 2 is a square
      const byName = runFormula(funcify(of, { ...full, parameters: 'names' }), { ...row, p, q })['result'];
      expect(byName).toBe(runFormula(funcify(of, full), row)['result']);
    }),
    runs(300),
  );
});
