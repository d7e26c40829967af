import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  apply,
  constant,
  defineOp,
  evaluate,
  funcify,
  GraphError,
  gradient,
  input,
  inputs,
  type Node,
  type Outputs,
  parameter,
  primitives,
  simplify,
  sumBatch,
} from './index.ts';
import { runs } from './testing/randomGraph.ts';
import { runFormula } from './testing/runFormula.ts';
import {
  abs,
  add,
  divide,
  exp,
  less,
  log,
  max,
  mean,
  multiply,
  negate,
  power,
  select,
  sigmoid,
  square,
  subtract,
} from './testing/vocabulary.ts';

const [a, b, c, x] = [input('a'), input('b'), input('c'), input('x')];
const full = { digits: Number.POSITIVE_INFINITY };

test.each<[string, Outputs]>([
  ['0.1 + 0.2', add(parameter(0.1), parameter(0.2))],
  ['a', a],
  ['3', constant(3)],
  ['-3', constant(-3)],
  ['7', 7],
  ['a + b + c', add(a, b, c)],
  ['a + b + c', add(add(a, b), c)],
  ['a + (b + c)', add(a, add(b, c))],
  ['a - b - c', subtract(subtract(a, b), c)],
  ['a - (b - c)', subtract(a, subtract(b, c))],
  ['a * (b + c)', multiply(a, add(b, c))],
  ['a * b + c', add(multiply(a, b), c)],
  ['a * b * c', multiply(a, b, c)],
  ['a * (b * c)', multiply(a, multiply(b, c))],
  ['a / b / c', divide(divide(a, b), c)],
  ['a / (b / c)', divide(a, divide(b, c))],
  ['a / (b * c)', divide(a, multiply(b, c))],
  ['a * b / c', divide(multiply(a, b), c)],
  ['a', apply(primitives.add, [a])],
  ['a', apply(primitives.multiply, [a])],
  ['max(a)', apply(primitives.max, [a])],
  // signs
  ['-a', negate(a)],
  ['-(-a)', negate(negate(a))],
  ['-(-2)', negate(-2)],
  ['-(a + b)', negate(add(a, b))],
  ['-(a * b)', negate(multiply(a, b))],
  ['-a * b', multiply(negate(a), b)],
  ['a * -b', multiply(a, negate(b))],
  ['a / -2', divide(a, -2)],
  ['a - 2', add(a, -2)],
  ['a + 2', subtract(a, -2)],
  ['a - b', add(a, negate(b))],
  ['a + b', subtract(a, negate(b))],
  ['a - b * c', add(a, multiply(negate(b), c))],
  ['-a + b', add(negate(a), b)],
  ['a - 0', add(a, -0)],
  // powers, as JavaScript has them
  ['a ** b', power(a, b)],
  ['a ** b ** c', power(a, power(b, c))],
  ['(a ** b) ** c', power(power(a, b), c)],
  ['(-a) ** b', power(negate(a), b)],
  ['(-2) ** b', power(-2, b)],
  ['-(a ** b)', negate(power(a, b))],
  ['a ** -b', power(a, negate(b))],
  ['2 ** -1', power(2, -1)],
  ['a * b ** c', multiply(a, power(b, c))],
  ['(a * b) ** c', power(multiply(a, b), c)],
  ['a ** (b * c)', power(a, multiply(b, c))],
  ['a ** 2', square(a)],
  ['(a + b) ** 2', square(add(a, b))],
  ['(a ** 2) ** 2', square(square(a))],
  ['(-a) ** 2', square(negate(a))],
  ['-(a ** 2)', negate(square(a))],
  // choices: a comparison is a condition, any other number is compared with 0, so that NaN counts as true
  ['a < b', less(a, b)],
  ['a + b < c', less(add(a, b), c)],
  ['(a < b) < c', less(less(a, b), c)],
  ['a < (b < c)', less(a, less(b, c))],
  ['(a < b) + 1', add(less(a, b), 1)],
  ['a < b ? 1 : 0', select(less(a, b), 1, 0)],
  ['a != 0 ? 1 : 0', select(a, 1, 0)],
  ['a + b != 0 ? 1 : 0', select(add(a, b), 1, 0)],
  ['(a != 0 ? b : c) != 0 ? 1 : 0', select(select(a, b, c), 1, 0)],
  ['a != 0 ? (b != 0 ? 1 : 2) : c', select(a, select(b, 1, 2), c)],
  ['a != 0 ? b : c != 0 ? 1 : 2', select(a, b, select(c, 1, 2))],
  ['(a != 0 ? b : c) + 1', add(select(a, b, c), 1)],
  // calls
  ['exp(a + b)', exp(add(a, b))],
  ['max(a, b, c)', max(a, b, c)],
  ['mean(a, b + c)', mean([a, add(b, c)])],
  ['sigmoid(-a) * b', multiply(sigmoid(negate(a)), b)],
  ['sumBatch(a) / sumBatch(1)', divide(sumBatch(a), sumBatch(1))],
])('funcify prints %s', (text, outputs) => {
  expect(funcify(outputs)).toBe(text);
});

test('funcify(y, { digits }) rounds numbers to so many significant digits, 4 if not told', () => {
  const y = add(multiply(parameter(5 / 9), x), parameter(-160 / 9));
  expect(funcify(y)).toBe('0.5556 * x - 17.78');
  expect(funcify(y, { digits: 1 })).toBe('0.6 * x - 20');
  expect(funcify(y, { digits: 10 })).toBe('0.5555555556 * x - 17.77777778');
  expect(funcify(y, full)).toBe('0.5555555555555556 * x - 17.77777777777778');
  expect(funcify(constant(123456))).toBe('123500');
  expect(funcify(constant(1.23456e-9))).toBe('1.235e-9');
  expect(funcify(constant(1.23456e30))).toBe('1.235e+30');
});

test.each([0, 1.5, -1, Number.NaN, '4'])('funcify(y, { digits: %o }) is refused', (digits) => {
  expect(() => funcify(x, { digits: digits as number })).toThrow(
    /^funcify: digits must be a positive whole number or Infinity, not .+\.$/,
  );
  expect(() => funcify(x, { digits: digits as number })).toThrow(GraphError);
});

test('funcify(y, { digits: Infinity }) prints numbers that read back with the same bits', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      const { result } = runFormula(funcify(constant(value), full), {});
      expect(Object.is(result, value)).toBe(true);
    }),
    runs(1000),
  );
});

test('funcify prints NaN, infinities and −0 by their JavaScript names', () => {
  expect(funcify([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0])).toBe(
    'outputs[0] = NaN\noutputs[1] = Infinity\noutputs[2] = -Infinity\noutputs[3] = -0',
  );
});

test('funcify prints parameters as they are now, or by name', () => {
  const w = parameter(0.5, { name: 'w' });
  const y = add(multiply(w, x), parameter(1), parameter(2, { name: 'p1' }), parameter(3));
  expect(funcify(y)).toBe('0.5 * x + 1 + 2 + 3');
  w.value = -0.25;
  expect(funcify(y)).toBe('-0.25 * x + 1 + 2 + 3');
  expect(funcify(y, { parameters: 'names' })).toBe('w * x + p1 + p2 + p3');
});

test('funcify gives parameters whose names are taken, or are no identifiers, names of their own', () => {
  const names = ['x', 'w', 'w', 'new', 'two words', 's1', 'exp', ''];
  const y = exp(add(x, ...names.map((name, i) => parameter(i, { name }))));
  expect(funcify(y, { parameters: 'names' })).toBe('exp(x + p1 + w + p2 + p3 + p4 + s1 + p5 + p6)');
});

test('funcify makes a step of every value that is used more than once, and of no leaf', () => {
  const s = add(a, b);
  expect(funcify(multiply(s, s))).toBe('s1 = a + b\ns1 * s1');
  expect(funcify(add(multiply(s, c), exp(s), a, a))).toBe('s1 = a + b\ns1 * c + exp(s1) + a + a');
  const t = exp(s);
  expect(funcify(add(multiply(s, t), t))).toBe('s1 = a + b\ns2 = exp(s1)\ns1 * s2 + s2');
});

test('funcify ends steps with a semicolon where JavaScript would take the last line for more of them', () => {
  const s = add(a, b);
  expect(funcify(subtract(negate(s), s))).toBe('s1 = a + b;\n-s1 - s1');
  expect(funcify(multiply(add(s, s), c))).toBe('s1 = a + b;\n(s1 + s1) * c');
});

test('funcify(gradient(y, x)) is a formula like any other', () => {
  expect(funcify(gradient(multiply(x, x), x))).toBe('x + x');
  expect(funcify(gradient(abs(x), x))).toBe('x != 0 ? (0 < x ? 1 : -1) : 0');
});

test('funcify names outputs by the structure they come in', () => {
  const s = add(a, b);
  expect(funcify([s, multiply(s, c)])).toBe('outputs[0] = a + b\noutputs[1] = outputs[0] * c');
  expect(funcify({ s, t: multiply(s, c) })).toBe('s = a + b\nt = s * c');
  expect(funcify({ deep: { list: [a, [s]] }, n: 3 })).toBe('deep.list[0] = a\ndeep.list[1][0] = a + b\nn = 3');
  expect(funcify({ first: s, second: s })).toBe('first = a + b\nsecond = first');
  expect(funcify({ first: a, second: a })).toBe('first = a\nsecond = first');
  expect(funcify({})).toBe('');
  expect(funcify([])).toBe('');
});

test('funcify names outputs that are no free identifiers as members of outputs', () => {
  const outputs = { a: add(a, 1), 'two words': b, if: c, outputs: x, ['__proto__']: exp(a), s1: { y: add(a, 2) } };
  expect(funcify(outputs).split('\n').sort()).toEqual([
    'outputs.__proto__ = exp(a)',
    'outputs.a = a + 1',
    'outputs.if = c',
    'outputs.outputs = x',
    'outputs["two words"] = b',
    's1.y = a + 2',
  ]);
});

test('funcify keeps the names of steps apart from those of inputs and outputs', () => {
  const s = add(input('s1'), input('s3'));
  expect(funcify(multiply(s, s))).toBe('s2 = s1 + s3\ns2 * s2');
  const t = add(a, b);
  expect(funcify({ s1: { y: multiply(t, t) } })).toBe('s2 = a + b\ns1.y = s2 * s2');
});

test('funcify prints elements of a vector input by their place, and unnamed inputs as x1, x2, …', () => {
  const [v0, , v2] = inputs('v', 3);
  expect(funcify(add(v0 as Node, v2 as Node))).toBe('v[0] + v[2]');
  const [first, second] = [input(), input()];
  expect(funcify(subtract(second, first))).toBe('x2 - x1');
  expect(funcify(add(first, input('x1'), second))).toBe('x2 + x1 + x3');
});

test.each([
  ['two words', 'inputs["two words"]'],
  ['', 'inputs[""]'],
  ['1st', 'inputs["1st"]'],
  ['x²', 'inputs["x²"]'],
  ['new', 'inputs["new"]'],
  ['NaN', 'inputs["NaN"]'],
  ['inputs', 'inputs["inputs"]'],
  ['outputs', 'inputs["outputs"]'],
  ['__proto__', 'inputs["__proto__"]'],
  ['exp', 'inputs["exp"]'],
  ['v[0]', 'inputs["v[0]"]'],
  ['"]; stop(); ["', 'inputs["\\"]; stop(); [\\""]'],
  ['a\nb', 'inputs["a\\nb"]'],
  ['a\\u200bb', 'inputs["a\\\\u200bb"]'],
  ['a\u200bb', 'inputs["a\\u{200b}b"]'],
  ['\u202eabc\u202c', 'inputs["\\u{202e}abc\\u{202c}"]'],
  ['\u2028', 'inputs["\\u{2028}"]'],
  ['\u3164', 'inputs["\\u{3164}"]'],
  ['\ud800', 'inputs["\\ud800"]'],
  ['e\u0301', 'inputs["e\u0301"]'],
  ['\u{e0041}', 'inputs["\\u{e0041}"]'],
  ['größe', 'größe'],
  ['π', 'π'],
  ['_$1', '_$1'],
  ['constructor', 'constructor'],
  ['toString', 'toString'],
])('funcify prints an input called %j as %s, and a parser reads the same name', (name, text) => {
  const formula = funcify(exp(input(name)));
  expect(formula).toBe(`exp(${text})`);
  const given = Object.create(null);
  given[name] = 0.5;
  const scope = text.startsWith('inputs[') ? { inputs: given } : given;
  expect(runFormula(formula, scope)['result']).toBe(evaluate(exp(constant(0.5))));
});

test('funcify prints different names differently', () => {
  const names = ['a', 'a ', 'a\u200b', 'a\\u200b', 'v', 'v[0]', 's1', 'inputs', 'inputs["v"]', 'x1', 'outputs'];
  const printed = names.map((name) => funcify(add(a, b, exp(input(name)))));
  expect(new Set(printed).size).toBe(names.length);
});

test('funcify prints a call to an op whose name is a word of JavaScript with an underscore', () => {
  const words = ['typeof', 'new', 'delete', 'if', 'inputs'] as const;
  const y = words.reduce<Node>((node, name) => defineOp(name, { expand: (z) => exp(z) })(node), input('new'));
  expect(funcify(y)).toBe('inputs_(if_(delete_(new_(typeof_(inputs["new"])))))');
});

test('funcify spells an op as a call where its notation does not fit the number of its arguments', () => {
  const odd = (form: 'infix' | 'prefix' | 'suffix') =>
    defineOp('odd', { expand: (y) => exp(y), notation: { form, symbol: '+', precedence: 'sum' } });
  expect(funcify(odd('infix')(a))).toBe('odd(a)');
  expect(funcify(odd('prefix')(a))).toBe('+a');
  expect(funcify(odd('suffix')(a))).toBe('a+');
  expect(funcify(defineOp('odd', { expand: (y) => exp(y), notation: { form: 'conditional' } })(a))).toBe('odd(a)');
  const two = defineOp('two', {
    expand: (y, z) => add(y, z),
    notation: { form: 'prefix', symbol: '-', precedence: 'sign' },
  });
  expect(funcify(two(a, b))).toBe('two(a, b)');
});

test('funcify(log(y)) prints what is written, not what it is simplified to', () => {
  expect(funcify(log(sigmoid(x)))).toBe('log(sigmoid(x))');
  expect(funcify(simplify(log(sigmoid(x))))).toBe('-softplus(-x)');
});

test('funcify(y, { steps }) makes a step of every operation, or of none', () => {
  const s = add(a, b);
  const y = multiply(s, exp(s));
  expect(funcify(y, { steps: 'every' })).toBe('s1 = a + b\ns2 = exp(s1)\ns1 * s2');
  expect(funcify(y, { steps: 'none' })).toBe('(a + b) * exp(a + b)');
  expect(funcify({ s, y }, { steps: 'none' })).toBe('s = a + b\ny = (a + b) * exp(a + b)');
  let deep: Node = a;
  for (let i = 0; i < 20; i++) deep = exp(deep);
  expect(funcify(deep, { steps: 'none' })).toMatch(/^(exp\(){20}a\){20}$/);
  expect(() => funcify(exp(deep), { steps: 'none' })).toThrow(
    "A formula without steps holds at most 1000 operations, 20 deep; this one has more. Use steps: 'shared'.",
  );
  let doubled: Node = a;
  for (let i = 0; i < 11; i++) doubled = add(doubled, doubled);
  expect(() => funcify(doubled, { steps: 'none' })).toThrow(GraphError);
});
