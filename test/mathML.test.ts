// Formulas in a browser: Chromium reads and sets the MathML of networks. Without it the test says so; where everything is to be
// checked (CI) it fails.
import { input, inputs, type Node, type Outputs, seed } from '@chainrule/core';
import { toMathML } from '@chainrule/export';
import { linear, softmax } from '@chainrule/macros';
import { add, divide, exp, less, multiply, select, sqrt, square, tanh } from '@chainrule/ops';
import { parseExpressionAt } from 'acorn';
import { expect, it } from 'vitest';
import { hostileNames } from '../packages/conformance/src/hostileNames.ts';
import { chromium, open } from './platforms/chromium.ts';

/** What a browser makes of a formula. */
interface Setting {
  /** Whether the strict parser of XML takes it, and says the same text as that of HTML. */
  readonly isXml: boolean;
  /** Elements that are not MathML. */
  readonly foreign: number;
  /** Numbers, names and signs that take no room. */
  readonly invisible: number;
  /** Fractions whose numerator does not stand above the denominator, powers whose exponent is not higher than the base. */
  readonly wrong: number;
  readonly count: number;
  readonly names: readonly string[];
}

const script = (formulas: readonly string[]): string => `
const namespace = 'http://www.w3.org/1998/Math/MathML';
const box = (element) => element.getBoundingClientRect();
const report = ${JSON.stringify(formulas).replaceAll('<', '\\u003c')}.map((text) => {
  const xml = new DOMParser().parseFromString(text, 'application/xml');
  document.body.innerHTML = text;
  const all = [...document.body.querySelectorAll('*')];
  const named = (name) => all.filter(({ localName }) => localName === name);
  const leaves = ['mn', 'mi', 'mo', 'mtext'].flatMap(named).filter((each) => each.textContent.trim('\\u2061') !== '\\u2061');
  return {
    isXml: xml.querySelector('parsererror') === null && xml.documentElement.textContent === document.body.textContent,
    foreign: all.filter(({ namespaceURI }) => namespaceURI !== namespace).length,
    invisible: leaves.filter((each) => box(each).width === 0 || box(each).height === 0).length,
    wrong:
      named('mfrac').filter(({ children: [above, below] }) => box(above).bottom > box(below).top).length +
      named('msup').filter(({ children: [base, exponent] }) => box(exponent).bottom > box(base).bottom).length,
    count: all.length,
    names: named('mi').map((each) => each.textContent),
  };
});
fetch('report', { method: 'POST', body: JSON.stringify(report) });
`;

async function set(formulas: readonly string[]): Promise<Setting[]> {
  return JSON.parse(await open(script(formulas), {}, undefined));
}

const good = { isXml: true, foreign: 0, invisible: 0, wrong: 0 };

it('Chromium sets formulas as they are meant, and 2,000 hostile names as data', async (context) => {
  if (chromium === undefined) {
    if (process.env['CI']) throw new Error('There is no Chromium.');
    return context.skip('There is no Chromium.');
  }
  seed(1);
  const [x, y] = [input('x'), input('y')];
  const hidden = linear(inputs('pixel', 8), 6).map((z) => tanh(z));
  const networks: Outputs[] = [
    divide(add(x, 1), sqrt(square(divide(x, y)))),
    select(less(x, 1.5e-7), multiply(2, x), exp(y)),
    softmax(linear(hidden, 3)),
  ];
  const names = hostileNames(2000);
  const ofNames = (some: readonly string[]): Outputs => some.map((name) => multiply(2, input(name)) as Node);
  const pages = Array.from({ length: 20 }, (_, i) => names.slice(100 * i, 100 * i + 100));
  const settings = await set([...networks, ...pages.map(ofNames)].map((outputs) => toMathML(outputs)));
  for (const setting of settings) expect(setting).toMatchObject(good);
  expect(settings[2]?.count).toBeGreaterThan(300);
  expect(
    settings.slice(3).flatMap((setting) => setting.names.filter((name) => name !== 'outputs').map(nameOf)),
  ).toEqual(
    names.map((name) => (/^[a-z]\d+$/.test(name) ? name[0] : name)), // x0 is x with a 0 below
  );

  // the same looks find what is wrong
  const broken = ['<math><mfrac><mn>1</mn><mn></mn></mfrac><b>x</b></math>'];
  expect(await set(broken)).toMatchObject([{ foreign: 1, invisible: 1 }]);
}, 120_000);

/** A name as it is shown: plain, or as a string. */
function nameOf(text: string): string {
  if (!text.startsWith('"')) return text;
  const literal = parseExpressionAt(text, 0, { ecmaVersion: 'latest' });
  return literal.type === 'Literal' ? String(literal.value) : text;
}
