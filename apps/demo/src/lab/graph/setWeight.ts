import { tell } from '../store.ts';
import { numbers, outline, trained } from './shown.ts';

let isWaiting = false;
let wanted: { readonly index: number; readonly value: number } | undefined;

/** Writes a weight by hand, at once; what follows within the same frame is written in the next. */
export function setWeight(index: number, value: number): void {
  if (!Number.isFinite(value)) return;
  const before = numbers.value?.values[outline.value?.parameters[index] ?? -1];
  if (before !== undefined && !trained.value.has(index)) trained.value = new Map([...trained.value, [index, before]]);
  if (isWaiting) {
    wanted = { index, value };
    return;
  }
  tell({ kind: 'setWeight', index, value });
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    const last = wanted;
    wanted = undefined;
    if (last !== undefined) setWeight(last.index, last.value);
  });
}

/** Gives a weight the value back that training gave it. */
export function resetWeight(index: number): void {
  const value = trained.value.get(index);
  if (value === undefined) return;
  tell({ kind: 'setWeight', index, value });
  trained.value = new Map([...trained.value].filter(([at]) => at !== index));
}
