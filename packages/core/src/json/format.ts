import type { Notation } from '../notation.ts';

/** What a file says of itself, and the version that is written. */
export const format = 'chainrule-model';
export const version = 1;

/** What the entries of a file may be called beside the ops. */
export const leafNames: readonly string[] = ['constant', 'input', 'parameter', 'argument'];

/** A number as JSON can hold it. */
export type JsonNumber = number | 'NaN' | 'Infinity' | '-Infinity' | '-0';

/** A node: its kind or op first; arguments are places in the list of nodes, always smaller than its own. */
export type JsonNode =
  | readonly ['constant', JsonNumber]
  | readonly ['input', string?, number?, number?]
  | readonly ['parameter', JsonNumber, { readonly name?: string; readonly trainable?: false }?]
  | readonly ['argument', number]
  | readonly [op: string, ...args: number[]];

/** Expressions of the arguments of an op (and of its result, which comes after them). */
export interface JsonRule {
  readonly nodes: readonly JsonNode[];
  readonly results: readonly number[];
}

/** A derived op, complete, so that a model can be read without the library that defined it. */
export interface JsonOp {
  readonly name: string;
  readonly arity: number;
  readonly finite?: true;
  readonly notation?: Notation;
  readonly expand: JsonRule;
  readonly partials?: JsonRule;
  readonly log?: JsonRule;
  readonly complement?: JsonRule;
}

export interface JsonScope {
  readonly macro: string;
  /** Place of the scope around it in the list of scopes, smaller than its own. */
  readonly parent?: number;
  readonly nodes: readonly number[];
}

export type JsonOutputs = number | readonly JsonOutputs[] | { readonly [key: string]: JsonOutputs };

/** A saved model: a flat list of nodes, whatever the depth of the graph. */
export interface ModelFile {
  readonly format: typeof format;
  readonly version: typeof version;
  readonly ops: { readonly [key: string]: JsonOp };
  readonly nodes: readonly JsonNode[];
  readonly scopes: readonly JsonScope[];
  readonly outputs: JsonOutputs;
}
