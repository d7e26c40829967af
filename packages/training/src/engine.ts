// The one place where training meets the engines.
export { compileTraining, machine } from '@chainrule/compiler';
