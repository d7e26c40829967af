import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useLinked } from '../linking/useLinked.ts';
import type { Formula } from './formula.ts';
import { sheetRow, sheetRows } from './sheetRows.ts';
import { slotSelector } from './slots.ts';
import { slotWriter } from './slotWriter.ts';

/** Shows a formula; while its shape stays, only the numbers that changed are written. */
export function FormulaSheet({ formula, shown }: { formula: Formula; shown: RefObject<number> }) {
  const sheet = useRef<HTMLElement>(null);
  const writer = useMemo(() => slotWriter(), []);
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
      writer.take([...element.querySelectorAll(slotSelector)]);
      shown.current = shape;
      drawn.value = shape;
    }
    if (shape === shown.current) writer.write(texts); // else of a shape that is gone: the next answer brings the whole
  }, [formula]);
  useLayoutEffect(
    () => () => {
      writer.stop();
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
