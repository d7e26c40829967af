import type { Node, NodeLike } from '@chainrule/core';

/** An optimizer of `@chainrule/training`, as far as a printer needs to know it. */
export interface PrintableOptimizer {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly parts: readonly Omit<PrintableOptimizer, 'rule'>[];
  /** The update as expressions; one that is written in JavaScript has none. */
  readonly rule?: PrintableRule | undefined;
}

export interface PrintableRule {
  /** How many numbers it remembers for each parameter. */
  readonly memory: number;
  build(
    update: Node,
    nodes: {
      readonly parameter: Node;
      readonly memory: readonly Node[];
      /** A number that is the same for all parameters, at step 0, 1, … */
      scalar(value: (step: number) => number): Node;
    },
  ): { readonly update: NodeLike; readonly memory: readonly NodeLike[] };
}
