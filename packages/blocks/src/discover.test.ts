import {
  gradient,
  input,
  inputs,
  lower,
  meanBatch,
  type Node,
  type NodeLike,
  type Program,
  parameter,
  parameters,
  sumBatch,
} from '@chainrule/core';
import { categoricalCrossEntropy, squaredError } from '@chainrule/losses';
import { linear, softmax } from '@chainrule/macros';
import { add, divide, exp, max, multiply, relu, square, subtract, sum, tanh } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { type Block, type BlockProgram, type FoldBlock, fixedGroups, type MapBlock, type OuterBlock } from './block.ts';
import { coverage } from './coverage.ts';
import { discover, straight } from './discover.ts';
import { differenceFrom } from './testing/differenceFrom.ts';
import { isAllAffine, mapsOf, outline } from './testing/outline.ts';

/** The program that a training step runs. */
function training(loss: Node): Program {
  const mean = meanBatch(loss) as Node;
  return lower([mean, ...gradient<Node[], Node>(mean, [...parameters(loss)])] as Node[]);
}

/** The blocks of a program, compared with the interpreter first. */
function blocksOf(program: Program): BlockProgram {
  const blocks = discover(program);
  for (const count of [1, 2, 65]) expect(differenceFrom(program, blocks, count)).toBeUndefined();
  return blocks;
}

const blocksIn = ({ phases }: BlockProgram): Block[] => phases.flatMap(({ blocks }) => blocks);
const mapsIn = (blocks: BlockProgram): MapBlock[] => blocksIn(blocks).filter((block) => block.kind === 'map');
const foldsIn = (blocks: BlockProgram): FoldBlock[] => blocksIn(blocks).filter((block) => block.kind === 'fold');
const outersIn = (blocks: BlockProgram): OuterBlock[] => blocksIn(blocks).filter((block) => block.kind === 'outer');
const vector = (count: number, at = (i: number) => i / 10): Node[] =>
  Array.from({ length: count }, (_, i) => parameter(at(i)));
const list = (count: number, build: (i: number) => NodeLike): Node[] =>
  Array.from({ length: count }, (_, i) => build(i) as Node);
const dot = (a: readonly NodeLike[], b: readonly NodeLike[]): Node[] =>
  a.map((x, i) => multiply(x, b[i] as NodeLike) as Node);
const affine = (base: number, stride: number) => ({ kind: 'affine', base, stride });

test('discover(linear layer) is one fold: products of a weight and an input, and a bias', () => {
  const blocks = blocksOf(lower(linear(inputs('x', 8), 5) as Node[]));
  expect(outline(blocks)).toEqual([[], ['add 5: 8 products, 1 values']]);
  const { inputs: x, parameters: p, sampleOutputs } = fixedGroups;
  expect(foldsIn(blocks)[0]).toEqual({
    kind: 'fold',
    primitive: 'add',
    rows: 5,
    rank: 1,
    parts: [
      {
        count: 8,
        factors: [
          { kind: 'separable', group: p, row: affine(0, 9), term: affine(0, 1) },
          { kind: 'separable', group: x, row: affine(0, 0), term: affine(0, 1) },
        ],
      },
      { count: 1, factors: [{ kind: 'separable', group: p, row: affine(8, 9), term: affine(0, 0) }] },
    ],
    stores: [{ group: sampleOutputs, map: affine(0, 1) }],
  });
});

test('discover(training step of 2-16-16-1 tanh) is a few blocks whose maps are all affine', () => {
  const first = linear(inputs('x', 2), 16).map(tanh) as Node[];
  const [y] = linear((linear(first, 16) as Node[]).map(tanh) as Node[], 1) as [Node];
  const blocks = blocksOf(training(squaredError(y, input('y')) as Node));
  expect(outline(blocks)).toEqual([
    ['segment'],
    [
      'map 16',
      'add 16: 16 products, 1 values',
      'map 16',
      'add 1: 16 products, 1 values',
      'segment',
      'map 16',
      'add 16: 16 products',
      'map 16',
      'outer 16x2',
      'outer 16x16',
      'outer 1x16',
    ],
    ['segment'],
  ]);
  expect(isAllAffine(blocks)).toBe(true);
  expect(coverage(blocks)).toBeGreaterThan(0.99);
});

test('discover(training step of 784-128-10 softmax) is a few blocks whose maps are all affine', () => {
  const hidden = linear(inputs('x', 784), 128).map(relu) as Node[];
  const scores = softmax(linear(hidden, 10) as Node[]) as Node[];
  const program = training(categoricalCrossEntropy(scores, [...inputs('y', 10)]) as Node);
  const blocks = discover(program);
  expect(differenceFrom(program, blocks, 3)).toBeUndefined();
  expect(blocksIn(blocks).length).toBeLessThan(30);
  expect(isAllAffine(blocks)).toBe(true);
  expect(coverage(blocks)).toBeGreaterThan(0.999);
  expect(outline(blocks)[1]).toContain('outer 128x784');
}, 600_000);

test('discover(gradients) keeps gradients in the order of the outputs, and nowhere else', () => {
  const [w, x] = [vector(12), inputs('x', 4)];
  const y = list(3, (j) => tanh(add(...dot(w.slice(4 * j, 4 * j + 4), x))));
  const blocks = blocksOf(training(sum(y) as Node));
  const [outer] = outersIn(blocks) as [OuterBlock];
  expect(outer.store).toEqual({
    kind: 'separable',
    group: fixedGroups.batchOutputs,
    row: affine(1, 4),
    term: affine(0, 1),
  });
  expect(blocks.groups.filter(({ rank, rows }) => rank === 0 && rows === 12)).toHaveLength(1); // the parameters
});

test('discover(layer) reads weights by tables where parameters were created in no order', () => {
  const [w, x] = [vector(40), inputs('x', 8)];
  const weight = (i: number): Node => w[(i * 23 + 7) % 40] as Node;
  const [fold] = foldsIn(blocksOf(lower(list(5, (j) => add(...x.map((xi, i) => multiply(weight(8 * j + i), xi)))))));
  expect(fold?.parts[0]?.factors.map(({ kind }) => kind)).toEqual(['table', 'separable']);
});

test('discover(layer) reads weights by affine maps where all of one input were created together', () => {
  const [w, x] = [vector(40), inputs('x', 8)];
  const blocks = blocksOf(lower(list(5, (j) => add(...x.map((xi, i) => multiply(w[5 * i + j] as Node, xi))))));
  expect(foldsIn(blocks)[0]?.parts[0]?.factors[0]).toMatchObject({ row: affine(0, 1), term: affine(0, 5) });
});

test('discover(two additions of the same products) absorbs products that have one reader, and those only', () => {
  const [u, v] = [inputs('u', 6), inputs('v', 6)];
  const shared = dot(u, v);
  const own = (j: number): Node[] =>
    dot(
      u,
      list(6, (i) => v[(i + j) % 6] as Node),
    );
  const mixed = list(4, (j) => add(...(j === 0 ? shared : own(j))));
  const blocks = blocksOf(lower([...mixed, sum(shared.map((p) => tanh(p)))] as Node[]));
  expect(outline(blocks)[1]).toEqual(expect.arrayContaining(['add 4: 6 values', 'map 6']));

  const apart = blocksOf(lower([...list(4, (j) => add(...own(j + 1))), sum(dot(u, u).map((p) => tanh(p)))] as Node[]));
  expect(outline(apart)[1]).toContain('add 4: 6 products');
});

test('discover(sum over positions) materialises only the products that another reads too', () => {
  const [w, x] = [vector(40), inputs('x', 8)];
  const products = list(40, (i) => multiply(w[i] as Node, x[i % 8] as Node));
  const y = list(5, (j) => add(...products.slice(8 * j, 8 * j + 8)));
  const blocks = blocksOf(lower([...y, tanh(products[3] as Node)] as Node[]));
  expect(foldsIn(blocks)[0]?.parts.map(({ count, factors }) => [count, factors.length])).toEqual([
    [3, 2],
    [1, 1],
    [4, 2],
  ]);
});

test('discover(the same input for each row) reads it with stride 0', () => {
  const [w, x] = [vector(6), input('x')];
  const [map] = mapsIn(blocksOf(lower(w.map((wi) => tanh(multiply(wi, x)) as Node))));
  expect(map).toMatchObject({
    rows: 6,
    operands: [{ map: affine(0, 1) }, { group: fixedGroups.inputs, map: affine(0, 0) }],
  });
});

test('discover(two lists in opposite order) reads the second with stride −1', () => {
  const [u, v] = [inputs('u', 6), inputs('v', 6)];
  const [map] = mapsIn(blocksOf(lower(u.map((ui, i) => subtract(ui, v[5 - i] as Node) as Node))));
  expect(map).toMatchObject({ rows: 6, operands: [{ map: affine(0, 1) }, { map: affine(11, -1) }] });
});

test('discover(a layer of one input) is one map: multiply, add and what follows', () => {
  const blocks = blocksOf(lower((linear([input('x')], 6) as Node[]).map(tanh) as Node[]));
  expect(outline(blocks)).toEqual([[], ['map 6']]);
  expect(mapsIn(blocks)[0]?.statements.map(({ primitive }) => primitive)).toEqual(['multiply', 'add', 'tanh']);
});

test('discover(one sum of eight and more) is a fold of one row; of fewer it stays in a segment', () => {
  const x = inputs('x', 9);
  expect(outline(blocksOf(lower(sum(x) as Node)))[1]).toEqual(['add 1: 9 values']);
  expect(outline(blocksOf(lower(sum(x.slice(2)) as Node)))[1]).toEqual(['segment']);
  expect(outline(blocksOf(lower(max(...x) as Node)))[1]).toEqual(['max 1: 9 values']);
});

test('discover(training step of a convolution) folds products, and sums their gradient over the batch', () => {
  const [w, x] = [vector(5), inputs('x', 12)];
  const y = list(8, (i) => tanh(add(...w.map((wk, k) => multiply(wk, x[i + k] as Node)))));
  const blocks = blocksOf(training(sum(y) as Node));
  expect(isAllAffine(blocks)).toBe(true);
  expect(outline(blocks)[1]).toEqual([
    'add 8: 5 products',
    'map 8',
    'add 1: 8 values',
    'segment',
    'add 5: 8 products',
    'map 5',
  ]);
  expect(mapsIn(blocks).find(({ rows }) => rows === 5)?.sums).toMatchObject([
    { group: fixedGroups.batchOutputs, map: affine(1, 1) },
  ]);
});

test('discover(values that are outputs and are read) keeps them in both places', () => {
  const x = inputs('x', 6);
  const y = x.map((xi) => tanh(xi) as Node);
  const all = blocksOf(lower([...y, sum(y.map((yi) => exp(yi)))] as Node[]));
  expect(mapsIn(all)[0]?.stores.map(({ group }) => group)).toContain(fixedGroups.sampleOutputs);
  const [, , ...others] = y;
  const some = blocksOf(lower([y[4] as Node, max(...y, ...x), ...others.slice(0, 1)] as Node[]));
  expect(outline(some)[1]).toEqual(['map 6', 'max 1: 6 values, 6 values', 'segment']);
});

test('discover(outputs that are given twice) fills each of them', () => {
  const y = inputs('x', 6).map((xi) => tanh(xi) as Node);
  const total = sum(y) as Node;
  blocksOf(lower([...y, ...y, total, total] as Node[]));
  const products = list(5, (i) => sumBatch(multiply(y[0] as Node, y[i] as Node)));
  blocksOf(lower([...products, ...products, tanh(products[2] as Node)] as Node[]));
});

test('discover(outputs that are inputs, parameters and constants) copies them', () => {
  const [x, p] = [inputs('x', 3), vector(2)];
  const blocks = blocksOf(lower([...x, p[1] as Node, add(2, 3) as Node, x[0] as Node, p[1] as Node]));
  expect(outline(blocks)).toEqual([['segment'], ['segment']]);
  expect(mapsIn(blocks).every(({ statements }) => statements.length === 0)).toBe(true);
});

test('discover(sum with a constant among its terms) gives the constant a row', () => {
  const [w, x] = [vector(24), inputs('x', 6)];
  const y = list(4, (j) => add(...dot(w.slice(6 * j, 6 * j + 6), x), 0.5));
  expect(outline(blocksOf(lower(y)))).toEqual([['segment'], ['add 4: 6 products, 1 values']]);
});

test('discover(products whose factors change places) puts the parameter first', () => {
  const [w, x] = [vector(24), inputs('x', 6)];
  const swapped = (j: number): Node[] =>
    x.map((xi, i) => multiply(...((i % 2 ? [xi, w[6 * j + i]] : [w[6 * j + i], xi]) as [Node, Node])) as Node);
  const blocks = blocksOf(lower(list(4, (j) => add(...swapped(j)))));
  expect(outline(blocks)[1]).toEqual(['add 4: 6 products']);
  expect(isAllAffine(blocks)).toBe(true);
});

test('discover(products of equally built factors in either order) finds the order that gives affine maps', () => {
  const [u, v] = [inputs('u', 6), inputs('v', 24)];
  const either = (j: number): Node[] =>
    u.map((ui, i) => multiply(...(((i + j) % 2 ? [ui, v[6 * j + i]] : [v[6 * j + i], ui]) as [Node, Node])) as Node);
  expect(isAllAffine(blocksOf(lower(list(4, (j) => add(...either(j))))))).toBe(true);
});

test('discover(gradient of the function of Rosenbrock) is maps of stride 1, and a few statements for the ends', () => {
  const x = vector(1000, (i) => Math.sin(i));
  const of = sum(
    list(999, (i) =>
      add(multiply(100, square(subtract(x[i + 1] as Node, square(x[i] as Node)))), square(subtract(1, x[i] as Node))),
    ),
  ) as Node;
  const blocks = blocksOf(lower([of, ...gradient<Node[], Node>(of, x)] as Node[]));
  expect(outline(blocks)).toEqual([['map 999', 'add 1: 999 values', 'segment', 'map 998']]);
  expect(isAllAffine(blocks)).toBe(true);
  const strides = mapsIn(blocks)
    .filter(({ rows }) => rows > 1)
    .flatMap(({ operands }) => operands)
    .flatMap((operand) => (operand.kind === 'rows' && operand.map.kind === 'affine' ? [operand.map.stride] : []));
  expect(new Set(strides)).toEqual(new Set([1]));
});

test('discover(a value per sample below a sum over the batch) puts it in a later phase', () => {
  const x = inputs('x', 5);
  const centred = x.map((xi) => subtract(xi, divide(sumBatch(xi), sumBatch(1))) as Node);
  const blocks = blocksOf(lower(centred.map((c) => divide(c, add(sumBatch(square(c)), 1)) as Node)));
  expect(blocks.phases.map(({ rank }) => rank)).toEqual([0, 1, 0, 1, 0, 1]);
  expect(outline(blocks)).toEqual([['segment'], ['map 5'], ['map 5'], ['map 5'], ['map 5'], ['map 5']]);
});

test('discover(a sum over the batch of a value per batch) is a statement of rank 0', () => {
  const blocks = blocksOf(lower(vector(5).map((p) => sumBatch(tanh(p)) as Node)));
  expect(mapsIn(blocks)).toMatchObject([
    { rank: 0, rows: 5, statements: [{ primitive: 'tanh' }, { primitive: 'sumBatch' }] },
  ]);
});

test('discover(rows of which each reads another row of the same list) uses two blocks', () => {
  const y = inputs('x', 6).map((xi) => tanh(xi) as Node);
  const blocks = blocksOf(lower(y.map((yi, i) => add(yi, y[(i + 1) % 6] as Node) as Node)));
  expect(outline(blocks)[1]).toEqual(['map 6', 'map 6']);
  expect(mapsOf(blocks).filter(({ kind }) => kind === 'table')).toHaveLength(1);
});

test('discover(sums of products off any grid) are statements with sums', () => {
  const [u, v] = [inputs('u', 5), inputs('v', 5)];
  const blocks = blocksOf(lower(dot(u, v).map((p) => sumBatch(p) as Node)));
  expect(outline(blocks)).toEqual([[], ['map 5']]);
  expect(mapsIn(blocks)[0]).toMatchObject({ statements: [{ primitive: 'multiply' }], sums: [{ map: affine(0, 1) }] });
});

/** A chain of so many instructions. */
function chain(length: number): Program {
  const p = parameter(0.5);
  let y: Node = input('x');
  for (let i = 0; i < length; i++) y = (i % 2 === 0 ? tanh(y) : add(y, p)) as Node;
  return lower(y);
}

test('straight(program) has blocks of one row with about 400 operations', () => {
  const program = lower(linear(linear(inputs('x', 20), 30).map(tanh) as Node[], 4) as Node[]);
  const blocks = straight(program);
  expect(differenceFrom(program, blocks, 5)).toBeUndefined();
  const sizes = mapsIn(blocks).map(({ statements }) =>
    statements.reduce((sum, { args }) => sum + Math.max(1, args.length - 1), 0),
  );
  expect(sizes.length).toBe(blocksIn(blocks).length);
  expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(400);
  expect(Math.max(...sizes)).toBeLessThan(430);
  expect(
    outline(blocks)
      .flat()
      .every((block) => block === 'segment'),
  ).toBe(true);
  expect(coverage(blocks)).toBe(0);
});

test('discover(a chain of a million instructions) is segments of 400', () => {
  const blocks = discover(chain(1_000_000));
  expect(blocksIn(blocks)).toHaveLength(2500);
  expect(differenceFrom(chain(2000), discover(chain(2000)), 2)).toBeUndefined();
}, 600_000);
