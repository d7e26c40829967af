import { discover } from '@chainrule/blocks';
import { constant, input, inputs, lower, type Node, type Program, parameter, randomGenerator } from '@chainrule/core';
import { linear, mlp, softmax } from '@chainrule/macros';
import { add, multiply, sin } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { randomLayers } from '../../../blocks/src/testing/randomLayers.ts';
import { interpreted, language, runBody } from '../testing/runBody.ts';
import { type BodyRule, bodyOf, loopBody, straightBody } from './body.ts';

const rule: BodyRule = { target: 'toJavaScript', largest: 800, longest: 30_000, straightUpTo: 0 };
const generator = randomGenerator(9);
const rowFor = ({ slots }: Program): Float64Array =>
  Float64Array.from({ length: slots }, () => generator.uniform(-2, 2));

describe('the body of a network', () => {
  it('in loops has the bits of the interpreter, for 300 random programs of layers', () => {
    const random = randomGenerator(17);
    for (let i = 0; i < 300; i++) {
      const program = randomLayers(random);
      const row = rowFor(program);
      const body = loopBody(discover(program), language, { ...rule, largest: i % 2 === 0 ? 800 : 12 });
      expect([...runBody(body, program, row)], `program ${i}`).toEqual([...interpreted(program, row)]);
    }
  });

  it('without loops has them too, cut into the smallest of routines', () => {
    const random = randomGenerator(18);
    for (let i = 0; i < 100; i++) {
      const program = randomLayers(random);
      const row = rowFor(program);
      const body = straightBody(program, language, { ...rule, largest: i % 2 === 0 ? 10 : 50 });
      expect([...runBody(body, program, row)], `program ${i}`).toEqual([...interpreted(program, row)]);
    }
  });

  it('of a dense layer is a loop over a table', () => {
    const { tables, routines } = bodyOf(lower(linear(inputs('x', 64), 32)), language, rule);
    expect(tables.join()).toMatch(/^const t0 = new Float64Array\(\[/);
    expect(routines.flat().filter((line) => line.includes('for (let k = 1; k < 64; k++)'))).toHaveLength(1);
  });

  it('writes outputs that depend on no input, between others', () => {
    const weight = parameter(0.75);
    const [first, ...rest] = linear(inputs('x', 8), 8);
    const outputs = [first as Node, constant(2), ...rest, weight, multiply(weight, 3)] as Node[];
    const program = lower(outputs);
    const row = rowFor(program);
    const values = [...runBody(loopBody(discover(program), language, rule), program, row)];
    expect(values).toEqual([...interpreted(program, row)]);
    expect([values[1], ...values.slice(-2)]).toEqual([2, 0.75, 2.25]);
  });

  it('of a small or an irregular network has no loop', () => {
    const small = bodyOf(lower(softmax(mlp([input('a'), input('b')], [4, 2]))), language, {
      ...rule,
      straightUpTo: 100,
    });
    let chain: Node = input('x');
    for (let i = 0; i < 3000; i++) chain = i % 2 === 0 ? sin(chain) : add(chain, multiply(parameter(), chain));
    const irregular = bodyOf(lower(chain), language, rule);
    for (const { routines } of [small, irregular]) expect(routines.flat().join('\n')).not.toContain('for (');
  });

  it('of a network of more than a million operations is refused, with a way out', () => {
    let chain: Node = input('x');
    for (let i = 0; i < 1_000_001; i++) chain = sin(chain);
    expect(() => bodyOf(lower(chain), language, rule)).toThrow(
      'toJavaScript: the network has 1,000,001 operations, and the limit is 1,000,000. Save it with toJSON',
    );
  }, 600_000);

  it('has no routine beyond 40,000 characters, for an irregular network of 30,000 operations too', () => {
    const random = randomGenerator(3);
    const nodes: Node[] = [input('x'), input('y')];
    const some = (): Node => nodes[nodes.length - 1 - random.integer(Math.min(nodes.length, 50))] as Node;
    for (let i = 0; i < 30_000; i++)
      nodes.push(i % 3 === 0 ? sin(some()) : add(multiply(random.uniform(-1, 1), some()), some()));
    const program = lower(nodes.slice(-20));
    const body = bodyOf(program, language, rule);
    expect(Math.max(...body.routines.map((lines) => lines.join('\n').length))).toBeLessThan(40_000);
    const row = rowFor(program);
    expect([...runBody(body, program, row)]).toEqual([...interpreted(program, row)]);
  });
});
