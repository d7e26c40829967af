// What can be chosen in the Lab, by name.

export const presetNames = [
  'fahrenheit',
  'aboveTheLine',
  'xor',
  'circles',
  'moons',
  'spiral',
  'sine',
  'iris',
  'digits',
] as const;
export const lossNames = ['auto', 'squaredError', 'absoluteError', 'huber', 'crossEntropy'] as const;
export const optimizerNames = ['sgd', 'momentum', 'adam', 'rmsprop', 'adagrad', 'lion'] as const;
export const tabs = ['picture', 'formula', 'code', 'metrics', 'checks', 'speed'] as const;
export const levels = ['blocks', 'neurons', 'nodes'] as const;
export const codeTargets = [
  'javascript',
  'typescript',
  'python',
  'c',
  'cTraining',
  'postgres',
  'duckdb',
  'sqlite',
  'fods',
  'csv',
  'onnx',
  'wgsl',
  'glsl',
  'latex',
  'mathml',
  'text',
  'dot',
  'mermaid',
  'model',
] as const;
export const themes = ['auto', 'light', 'dark'] as const;
