export type { Predictor } from './compile.ts';
export { compile } from './compile.ts';
export type { TrainingTask } from './compileTraining.ts';
export { compileTraining } from './compileTraining.ts';
export type { EngineName, EngineOptions, EngineReport } from './engineOptions.ts';
export { CompilerError } from './engineOptions.ts';
export type { CompiledMachine } from './machine.ts';
export { machine } from './machine.ts';
export type { Stretch, TrainingLoop, UpdateRule } from './trainingLoop.ts';
