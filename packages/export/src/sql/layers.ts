import type { Steps } from '../steps.ts';
import type { Term } from '../terms.ts';

/** Steps that need only those of earlier layers. */
export interface Layer {
  /** Inputs, by slot, and earlier steps that are still needed after it. */
  readonly inputs: readonly number[];
  readonly carried: readonly number[];
  /** The steps that it computes. */
  readonly computed: readonly number[];
}

/** Arranges named steps in as few layers as there can be; `check` may refuse their number. */
export function layersOf({ terms, named, outputs }: Steps, check: (count: number) => void): readonly Layer[] {
  const isNamed = new Set(named);
  /** The named steps and input slots that the expression of a term reads. */
  const readsOf = (id: number, isExpression: boolean): { steps: Set<number>; slots: Set<number> } => {
    const [steps, slots] = [new Set<number>(), new Set<number>()];
    const stack = [id];
    while (stack.length > 0) {
      const next = stack.pop() as number;
      const term = terms[next] as Term;
      if (isNamed.has(next) && !(isExpression && next === id)) steps.add(next);
      else if (term.kind === 'input') slots.add(term.slot);
      else if (term.kind === 'operation') stack.push(...term.args);
    }
    return { steps, slots };
  };
  const level = new Map<number, number>();
  const lastUse = new Map<number, number>();
  const lastUseOfSlot = new Map<number, number>();
  const use = (id: number, isExpression: boolean, at: (steps: Set<number>) => number): void => {
    const { steps, slots } = readsOf(id, isExpression);
    const its = at(steps);
    for (const step of steps) lastUse.set(step, Math.max(lastUse.get(step) ?? 0, its));
    for (const slot of slots) lastUseOfSlot.set(slot, Math.max(lastUseOfSlot.get(slot) ?? 0, its));
  };
  let count = 0;
  for (const id of named)
    use(id, true, (steps) => {
      const its = Math.max(0, ...[...steps].map((step) => (level.get(step) as number) + 1));
      level.set(id, its);
      count = Math.max(count, its + 1);
      return its;
    });
  check(count);
  for (const id of outputs) use(id, false, () => count);
  return Array.from({ length: count }, (_, l) => ({
    inputs: [...lastUseOfSlot].filter(([, last]) => last > l).map(([slot]) => slot),
    carried: named.filter((id) => (level.get(id) as number) < l && (lastUse.get(id) ?? 0) > l),
    computed: named.filter((id) => level.get(id) === l),
  }));
}
