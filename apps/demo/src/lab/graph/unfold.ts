import { look, state } from '../store.ts';
import { drawing, outline } from './shown.ts';

/** A state holds no more keys than these; someone who unfolds so many wants to see all. */
const mostOpened = 1000;

/** Whether something is folded into one item now. */
export function isFolded(key: string): boolean {
  const { items } = drawing.value ?? {};
  const item = items?.keys.indexOf(key) ?? -1;
  return item >= 0 && items?.folded[item] === 1;
}

/** Draws what is folded into one item, if the key is of such a one. */
export function unfold(key: string | undefined): void {
  if (key === undefined || !isFolded(key)) return;
  const { opened = [] } = state.value.view;
  if (opened.length < mostOpened) look({ opened: [...opened, key] });
  else unfoldAll();
}

/** The layer or unit that a key lies in and that can be folded: what was unfolded to show it. */
export function openedAround(key: string): string | undefined {
  const its = outline.value;
  const { opened } = state.value.view;
  if (its === undefined || opened === undefined || opened.includes('*')) return undefined;
  const node = its.keys.indexOf(key);
  if (node < 0) return undefined;
  const [layer, unit] = [its.layers[node] as number, its.units[node] as number];
  const around =
    layer < 0 ? ['inputs'] : layer === its.parts.length ? ['loss'] : [`sum:${layer}:${unit}`, `layer:${layer}`];
  return around.find((each) => opened.includes(each));
}

/** Folds what was unfolded around a key. */
export function fold(key: string): void {
  const { opened = [] } = state.value.view;
  look({ opened: opened.filter((each) => each !== key && !each.startsWith(`${key.replace('layer', 'sum')}:`)) });
}

/** Draws every node. */
export const unfoldAll = (): void => look({ opened: ['*'] });

/** Draws layers as one item each. */
export const foldAll = (): void => look({ opened: [] });
