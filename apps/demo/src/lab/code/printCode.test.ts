import { fromJSON, type ModelFile } from '@chainrule/core';
import { describe, expect, it, test } from 'vitest';
import { openSession } from '../run/session.ts';
import { codeTargets } from '../state/choices.ts';
import type { PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { codeDefault } from './codeChoice.ts';
import { literals } from './literals.ts';
import { neuronParameters } from './neuronParameters.ts';
import { printCode } from './printCode.ts';
import { runnable } from './runnable.ts';

const opened = (name: PresetName) => openSession(presets[name].state);

describe('printCode(session)', () => {
  test.each(codeTargets)('prints the flowers’ network as %s', async (target) => {
    const session = await opened('iris');
    const { content, refusal } = printCode(session, { ...codeDefault, target });
    expect(refusal).toBeUndefined();
    expect(content.length).toBeGreaterThan(200);
  });

  it('passes on what an exporter refuses, with the way out', async () => {
    const session = await opened('fahrenheit');
    const { content, refusal } = printCode(session, { ...codeDefault, target: 'c', name: 'no identifier' });
    expect(content).toBe('');
    expect(refusal).toContain('no identifier');
  });

  it('says that a shader cannot hold the digits’ network', async () => {
    const { refusal } = printCode(await opened('digits'), { ...codeDefault, target: 'glsl' });
    expect(refusal).toContain('30,000');
  });

  it('obeys the choices: name, floats, rows to check', async () => {
    const session = await opened('xor');
    const print = (parts: object): string =>
      printCode(session, { ...codeDefault, target: 'c', ...parts }).content as string;
    expect(print({ name: 'gate' })).toContain('gate_predict(const double *x');
    expect(print({ floats: true })).toContain('model_predict(const float *x');
    expect(print({ vectors: 0 })).toContain('It carries no test vectors.');
    expect(print({ vectors: 8 })).toContain('It carries 8 test vectors');
  });

  it('gives a model file that core reads again, with the names of the outputs', async () => {
    const { content } = printCode(await opened('iris'), { ...codeDefault, target: 'model' });
    expect(Object.keys(fromJSON(JSON.parse(content as string) as ModelFile))).toEqual([
      'setosa',
      'versicolor',
      'virginica',
    ]);
  });
});

it('neuronParameters(model) are the weights and the bias of each neuron, each once', async () => {
  const { model } = await opened('moons');
  const found = neuronParameters(model);
  expect(found.map((layer) => layer.map((own) => own.length))).toEqual([
    new Array(8).fill(3),
    new Array(8).fill(9),
    [9],
  ]);
  const all = found.flat(2).sort((a, b) => a - b);
  expect(all).toEqual(model.parameters.map((_, i) => i));
});

it('neuronParameters(model) passes by layers without parameters', async () => {
  const [standardize, first] = neuronParameters((await opened('iris')).model);
  expect(standardize).toEqual([[], [], [], []]);
  expect(first?.map((own) => own.length)).toEqual(new Array(8).fill(5));
});

describe('literals(weights)', () => {
  it.each(['javascript', 'python', 'c', 'postgres', 'duckdb', 'sqlite', 'text', 'fods'] as const)(
    'finds every weight of a network in %s',
    async (target) => {
      const session = await opened('xor');
      (await session.runner()).advance(20);
      const { content, weights } = printCode(session, { ...codeDefault, target, vectors: 0, digits: 17 });
      const piecesOf = literals(weights, 17);
      const keys = (content as string).split('\n').flatMap((line) => piecesOf(line).flatMap(({ key }) => key ?? []));
      expect(new Set(keys)).toEqual(new Set(weights.map((_, i) => `parameter:${i}`)));
    },
  );

  it('finds floats and rounded numbers too', () => {
    const weights = [0.1234567890123, -2.7192818284];
    expect(literals(weights, 4)('y = 0.12345679f * x - 2.719;').filter(({ key }) => key !== undefined)).toEqual([
      { text: '0.12345679', key: 'parameter:0' },
      { text: '2.719', key: 'parameter:1' },
    ]);
  });

  it('leaves the line as it is, and takes no number that may be another’s', () => {
    const line = 'const a1 = x[1] * 0.5 + 0.25 - 3;';
    const pieces = literals([0.5, -0.5, 3, 0.25], 17)(line);
    expect(pieces.map(({ text }) => text).join('')).toBe(line);
    expect(pieces.filter(({ key }) => key !== undefined)).toEqual([{ text: '0.25', key: 'parameter:3' }]);
  });
});

it('runnable(session) is the module of now, all rows, and what the network says of them', async () => {
  const session = await opened('moons');
  (await session.runner()).advance(10);
  const { text, count, inputs, expected } = runnable(session, { ...codeDefault, target: 'sqlite' });
  expect(text).toContain('export function predictInto');
  expect(count).toBe(300);
  expect(inputs.map(({ length }) => length)).toEqual([300, 300]);
  expect(expected[0]?.subarray(0, 240)).toEqual(session.predict(session.data.training)[0]);
});
