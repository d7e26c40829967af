export { type COptions, toC } from './c/toC.ts';
export { type CTrainingOptions, toCTraining } from './c/toCTraining.ts';
export { ExportError } from './errors.ts';
export type { JavaScriptOptions } from './javascript/module.ts';
export { toJavaScript } from './javascript/toJavaScript.ts';
export { toTypeScript } from './javascript/toTypeScript.ts';
export { type PythonOptions, toPython } from './python/toPython.ts';
export type { VectorOptions } from './testVectors.ts';
export type { PrintableOptimizer, PrintableRule } from './training/optimizer.ts';
