import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLinked } from '../linking/useLinked.ts';
import type { Formula } from './formula.ts';
import { sheetRow, sheetRows } from './sheetRows.ts';
import { slotSelector } from './slots.ts';

/** Shows a formula; while its shape stays, only the numbers that changed are written. */
export function FormulaSheet({ formula, shown }: { formula: Formula; shown: RefObject<number> }) {
  const sheet = useRef<HTMLElement>(null);
  const slots = useRef<{ elements: Element[]; texts: string[] }>({ elements: [], texts: [] });
  const drawn = useSignal(0);
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null) return;
    const { shape, text, rows, slots: texts } = formula;
    if (shape !== shown.current && (text !== undefined || rows !== undefined)) {
      if (text !== undefined) element.replaceChildren(...sheetRows(text));
      for (const row of rows ?? []) element.children[row.place]?.replaceWith(sheetRow(row.text));
      const names = Array.from(element.children, ({ children: [name, value] }) => (value && name?.textContent) ?? '');
      element.style.setProperty('--names', `${Math.max(...names.map(({ length }) => length))}ch`);
      slots.current = { elements: [...element.querySelectorAll(slotSelector)], texts: [] };
      shown.current = shape;
      drawn.value = shape;
    }
    if (shape !== shown.current) return; // of a shape that is gone: the next answer brings the whole
    const now = slots.current;
    texts.forEach((each, i) => {
      const target = now.elements[i];
      if (now.texts[i] === each || target === undefined) return;
      target.textContent = each;
      now.texts[i] = each;
    });
  }, [formula]);
  useLayoutEffect(
    () => () => {
      shown.current = 0; // a sheet that comes later starts empty
    },
    [],
  );
  useLinked(sheet, drawn.value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section ref={sheet} class="formula-sheet" tabIndex={0} aria-label="Formula" />
  );
}
