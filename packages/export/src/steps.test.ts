import { input, lower, type Node, parameter } from '@chainrule/core';
import { add, multiply, sin, tanh } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { balanced } from './lists.ts';
import { type Spelling, textsOf } from './spelling.ts';
import { type StepRule, stepRule, stepsOf } from './steps.ts';
import { termsOf } from './terms.ts';

const [x, y] = [input('x'), input('y')];

/** Steps as lines, every operation a call. */
function printed(outputs: Parameters<typeof lower>[0], rule: Partial<StepRule> = {}): string[] {
  const steps = stepsOf(termsOf(lower(outputs, { simplify: false })), { ...stepRule, ...rule });
  const primitives = new Proxy({}, { get: (_, name) => (args: string[]) => `${String(name)}(${args.join(', ')})` });
  const spelling = { number: String, input: (slot: number) => `x${slot}`, primitives } as unknown as Spelling;
  const names = new Map(steps.named.map((id, i) => [id, `v${i}`]));
  const { operand, expression } = textsOf(steps, spelling, (id) => names.get(id) as string);
  const results = steps.outputs.map((id) => (names.has(id) ? operand(id) : expression(id)));
  return [...steps.named.map((id) => `${names.get(id)} = ${expression(id)}`), ...results];
}

/** How deep calls are nested in a line. */
const depthOf = (line: string): number => {
  let [depth, deepest] = [0, 0];
  for (const sign of line) deepest = Math.max(deepest, sign === '(' ? ++depth : sign === ')' ? depth-- : 0);
  return deepest;
};

describe('stepsOf', () => {
  it('names what is used twice, and prints the rest where it is used', () => {
    const shared = sin(x);
    expect(printed([add(shared, tanh(y)), shared])).toEqual(['v0 = sin(x0)', 'add(v0, tanh(x1))', 'v0']);
  });

  it('works out what depends on parameters alone', () => {
    expect(printed(multiply(add(parameter(2), 1), x))).toEqual(['multiply(3, x0)']);
  });

  it('names nothing that no output needs', () => {
    const steps = stepsOf(termsOf(lower([sin(x), sin(x)])), stepRule);
    expect(steps.named).toHaveLength(1);
  });

  it('cuts chains of any length at the depth that it is given', () => {
    let chain: Node = x;
    for (let i = 0; i < 100_000; i++) chain = sin(chain);
    const lines = printed(chain, { deepest: 5 });
    expect(lines.length).toBeGreaterThan(16_000);
    // each operation has its call and the parentheses around it
    expect(Math.max(...lines.map(depthOf))).toBeLessThanOrEqual(12);
  });

  it('splits a long sum in the order of the program, or into a balanced tree', () => {
    const sum = add(...Array.from({ length: 10 }, (_, i) => input(`x${i}`)));
    const lengths = (rule: Partial<StepRule>): number[] =>
      stepsOf(termsOf(lower(sum)), { ...stepRule, longest: 4, ...rule }).terms.flatMap((term) =>
        term.kind === 'operation' ? [term.args.length] : [],
      );
    expect(lengths({})).toEqual([4, 4, 4]); // ((a b c d) e f g) h i j
    expect(lengths({ lists: balanced })).toEqual([3, 4, 3, 3]); // (a b c) (d e f g) (h i j)
  });
});
