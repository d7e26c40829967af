import type { Steps } from '../steps.ts';
import type { Operation, Term } from '../terms.ts';

/** Steps that need only those of earlier layers. */
export interface Layer {
  /** Inputs and earlier steps that are still needed after it. */
  readonly carried: readonly number[];
  /** The steps that it computes. */
  readonly computed: readonly number[];
}

/** Arranges named steps in as few layers as there can be; `check` may refuse their number. */
export function layersOf({ terms, named, outputs }: Steps, check: (count: number) => void): readonly Layer[] {
  const isNamed = new Set(named);
  /** The inputs and named steps that stand in expressions. */
  const readsOf = (expressions: readonly number[]): readonly number[] => {
    const reads = new Set<number>();
    const stack = [...expressions];
    while (stack.length > 0) {
      const id = stack.pop() as number;
      const term = terms[id] as Term;
      if (isNamed.has(id) || term.kind === 'input') reads.add(id);
      else if (term.kind === 'operation') stack.push(...term.args);
    }
    return [...reads];
  };
  // inputs are there before the first layer
  const levels = new Map<number, number>();
  const levelOf = (id: number): number => levels.get(id) ?? -1;
  const lastUse = new Map<number, number>();
  const use = (reads: readonly number[], level: number): void => {
    for (const id of reads) lastUse.set(id, Math.max(lastUse.get(id) ?? 0, level));
  };
  let count = 0;
  for (const id of named) {
    const reads = readsOf((terms[id] as Operation).args);
    const level = 1 + Math.max(-1, ...reads.map(levelOf));
    levels.set(id, level);
    use(reads, level);
    count = Math.max(count, level + 1);
  }
  check(count);
  use(readsOf(outputs), count);
  return Array.from({ length: count }, (_, l) => ({
    carried: [...lastUse.keys()]
      .filter((id) => levelOf(id) < l && (lastUse.get(id) as number) > l)
      .sort((a, b) => a - b),
    computed: named.filter((id) => levelOf(id) === l),
  }));
}
