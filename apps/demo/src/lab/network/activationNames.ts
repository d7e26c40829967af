/** The activations that a network text may name; the page reads them without the library. */
export const activationNames = [
  'tanh',
  'relu',
  'sigmoid',
  'leakyRelu',
  'elu',
  'gelu',
  'silu',
  'softplus',
  'softsign',
  'sin',
  'cos',
  'abs',
  'square',
  'softmax',
] as const;

export type ActivationName = (typeof activationNames)[number];
