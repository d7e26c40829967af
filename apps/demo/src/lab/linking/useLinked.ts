import { useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { hovered, look, state } from '../store.ts';
import { lightSelector } from './lightSelector.ts';

/**
 * Links what is inside of an element with all panes: elements with `data-node` light up when their node is hovered or selected
 * elsewhere, and say so when they are. `drawn` changes when what is inside has changed; `parts` tells of keys that a key stands for.
 */
export function useLinked(
  root: RefObject<HTMLElement | null>,
  drawn: unknown,
  parts?: (key: string) => readonly string[],
): void {
  const light = (): void => {
    const element = root.current;
    const layers = state.value.model.network.split('>').length - 1;
    const [over, chosen] = [hovered.value, state.value.view.selected];
    if (element === null) return;
    for (const old of element.querySelectorAll('.lit, .chosen')) old.classList.remove('lit', 'chosen');
    for (const [key, name] of [
      [over, 'lit'],
      [chosen, 'chosen'],
    ] as const) {
      if (key === undefined) continue;
      for (const each of [key, ...(parts?.(key) ?? [])])
        for (const found of element.querySelectorAll(lightSelector(each, layers))) found.classList.add(name);
    }
  };
  useSignalEffect(light);
  useLayoutEffect(light, [drawn]);
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const keyAt = ({ target }: Event): string | undefined =>
      (target as Element).closest('[data-node]')?.getAttribute('data-node') ?? undefined;
    const over = (event: Event): void => {
      hovered.value = keyAt(event);
    };
    const leave = (): void => {
      hovered.value = undefined;
    };
    const choose = (event: Event): void => {
      const key = keyAt(event);
      const isMarking = getSelection()?.isCollapsed === false; // text, to be copied
      if (key !== undefined && !isMarking) look({ selected: state.value.view.selected === key ? undefined : key });
    };
    element.addEventListener('pointerover', over);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('click', choose);
    return () => {
      element.removeEventListener('pointerover', over);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('click', choose);
    };
  }, []);
}
