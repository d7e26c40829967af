import type { LabState, PresetName } from './labState.ts';

/** A state to start from, with words for people. */
export interface Preset {
  readonly title: string;
  readonly about: string;
  readonly state: LabState;
}

interface Choice {
  readonly title: string;
  readonly about: string;
  readonly network: string;
  readonly count: number;
  readonly noise: number;
  readonly test?: number;
  readonly training: Partial<LabState['training']>;
}

const choices: Readonly<Record<PresetName, Choice>> = {
  fahrenheit: {
    title: 'Fahrenheit → Celsius',
    about: 'One weight and one bias, found sample by sample: the article’s first network.',
    network: '1 > linear 1',
    count: 200,
    noise: 0,
    training: { optimizer: 'sgd', rate: 0.01, batch: 1, pace: 2000 },
  },
  aboveTheLine: {
    title: 'Is y > x?',
    about: 'The article’s linear classifier.',
    network: '2 > linear 1 sigmoid',
    count: 200,
    noise: 0,
    training: { optimizer: 'sgd', rate: 0.2, batch: 1, pace: 500 },
  },
  xor: {
    title: 'XOR',
    about: 'What one layer cannot do, and two can.',
    network: '2 > linear 4 tanh > linear 1 sigmoid',
    count: 200,
    noise: 0.08,
    training: { rate: 0.05, pace: 200 },
  },
  circles: {
    title: 'Circles',
    about: 'A ring around another.',
    network: '2 > linear 8 tanh > linear 1 sigmoid',
    count: 300,
    noise: 0.06,
    training: { rate: 0.03, pace: 200 },
  },
  moons: {
    title: 'Two moons',
    about: 'Half circles that reach into each other.',
    network: '2 > linear 8 tanh > linear 8 tanh > linear 1 sigmoid',
    count: 300,
    noise: 0.12,
    training: { rate: 0.02, pace: 200 },
  },
  spiral: {
    title: 'Spiral',
    about: 'Two arms that wind around each other: the hard one.',
    network: '2 > linear 16 tanh > linear 16 tanh > linear 1 sigmoid',
    count: 400,
    noise: 0.02,
    training: { rate: 0.02, pace: 1000 },
  },
  sine: {
    title: 'Sine',
    about: 'A curve through noisy points.',
    network: '1 > linear 12 tanh > linear 1',
    count: 200,
    noise: 0.1,
    training: { rate: 0.02, pace: 500 },
  },
  iris: {
    title: 'Iris',
    about: 'Three kinds of flowers, told apart by four measures (Fisher 1936).',
    network: '4 > standardize > linear 8 tanh > linear 3 softmax',
    count: 150,
    noise: 0,
    training: { rate: 0.03, batch: 16, penalty: 0.001, pace: 200 },
  },
  digits: {
    title: 'Digits',
    about: 'Handwritten digits of 8 × 8 pixels (Alpaydin and Kaynak 1998).',
    network: '64 > linear 32 relu > linear 10 softmax',
    count: 1797,
    noise: 0,
    training: { rate: 0.005, pace: 200 },
  },
};

const training: LabState['training'] = {
  loss: 'auto',
  optimizer: 'adam',
  rate: 0.01,
  batch: 32,
  penalty: 0,
  shuffle: true,
  seed: 1,
  pace: 200,
};

const preset = (name: PresetName, { title, about, network, count, noise, test = 0.2, ...choice }: Choice): Preset => ({
  title,
  about,
  state: {
    version: 1,
    data: { source: { kind: 'preset', name, count, noise }, test, seed: 1 },
    model: { network, seed: 1 },
    training: { ...training, ...choice.training },
    view: { tab: 'picture', level: 'neurons', theme: 'auto', sample: 0 },
  },
});

export const presets = Object.fromEntries(
  Object.entries(choices).map(([name, choice]) => [name, preset(name as PresetName, choice)]),
) as Readonly<Record<PresetName, Preset>>;
