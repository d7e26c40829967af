import { expect, it } from 'vitest';
import { openSession } from '../run/session.ts';
import type { PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { fitting } from './fitting.ts';
import { formula, formulaText } from './formula.ts';
import { formulaDefault } from './formulaChoice.ts';
import { slotted } from './slots.ts';

const opened = (name: PresetName) => openSession(presets[name].state);
const question = { choice: formulaDefault, parameter: 0, known: 0 };

it('formula(session) sends the MathML once, then only numbers while the shape stays', async () => {
  const session = await opened('fahrenheit');
  const first = formula(session, question);
  expect(first.text).toContain('data-node="parameter:0"');
  session.setWeight(0, 0.75);
  const second = formula(session, { ...question, known: first.shape });
  expect(second.text).toBeUndefined();
  expect(second.shape).toBe(first.shape);
  expect(second.slots).toHaveLength(first.slots.length);
  expect(second.slots).toContain('0.75');
});

it('formula(session) keeps its shape when a term of a sum changes its sign', async () => {
  const session = await opened('fahrenheit');
  session.setWeight(1, 3);
  const { shape } = formula(session, question);
  session.setWeight(1, -3);
  const { text, slots } = formula(session, { ...question, known: shape });
  expect(text).toBeUndefined();
  expect(slots).toContain('−');
});

it('formula(session) sends only the rows whose shape is new', async () => {
  const session = await opened('moons');
  const first = formula(session, question);
  session.setWeight(0, -1e-9); // the first term of the first neuron
  const { text, rows, shape } = formula(session, { ...question, known: first.shape });
  expect(text).toBeUndefined();
  expect(rows).toHaveLength(1);
  expect(rows?.[0]?.text).toMatch(/^<mtr>.*<msup>.*<\/mtr>$/);
  expect(first.text?.split('\n')[(rows?.[0]?.place as number) + 1]).toContain('neuron:0:0');
  expect(formula(session, { ...question, known: first.shape }).text).toBeDefined(); // two shapes behind
  expect(formula(session, { ...question, known: shape }).rows).toBeUndefined();
});

it('formula(session) has a line with a key for each hidden neuron', async () => {
  const { text = '' } = formula(await opened('moons'), question);
  for (let layer = 0; layer < 2; layer++)
    for (let i = 0; i < 8; i++) expect(text).toContain(`data-node="neuron:${layer}:${i}"`);
});

it('formula(session) has no style attributes, which the page’s policy forbids', async () => {
  expect(formula(await opened('iris'), question).text).not.toContain('style=');
});

it('formula(session) of the gradient is the library’s own, by the parameter asked for', async () => {
  const session = await opened('fahrenheit');
  const text = (parameter: number): string =>
    formulaText(session, { choice: { ...formulaDefault, of: 'gradient' }, parameter, form: 'text' });
  expect(text(0)).toMatch(/^gradient = 2 \* \(.* - celsius\) \* fahrenheit$/);
  expect(text(1)).toMatch(/^gradient = 2 \* \(.* - celsius\)$/);
});

it('formulaText(session) is LaTeX or text', async () => {
  const session = await opened('sine');
  const choice = { ...formulaDefault, lines: 'shared' } as const;
  expect(formulaText(session, { choice, parameter: 0, form: 'LaTeX' })).toContain('\\tanh');
  expect(formulaText(session, { choice, parameter: 0, form: 'text' })).toContain('tanh(');
});

it('formula(session) of a large network shows what fits and says how much is left', async () => {
  const { text = '', left } = formula(await opened('digits'), question);
  expect(text.length).toBeLessThan(90_000);
  expect(text.endsWith('</mtable></math>')).toBe(true);
  expect(left).toBeGreaterThan(50);
});

it('fitting(text) leaves out whole rows only', () => {
  const rows = ['<mtable>', '<mtr>1</mtr>', '<mtr>2</mtr>', '<mtr>3</mtr>', '</mtable></math>'];
  expect(fitting(rows.join('\n'), 500).left).toBe(0);
  expect(fitting(rows.join('\n'), 35)).toEqual({
    text: '<mtable>\n<mtr>1</mtr>\n<mtr>2</mtr>\n</mtable></math>',
    left: 1,
  });
});

it('slotted(text) takes out numbers and the signs between terms', () => {
  const text = '<mn data-node="parameter:0">0.5</mn><mo form="infix">+</mo><mi>x</mi><mo>=</mo>';
  expect(slotted(text)).toEqual({
    shape: '<mn data-node="parameter:0"></mn><mo form="infix"></mo><mi>x</mi><mo>=</mo>',
    slots: ['0.5', '+'],
  });
});
