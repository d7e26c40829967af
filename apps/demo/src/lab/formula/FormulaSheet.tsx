import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useLinked } from '../linking/useLinked.ts';
import type { Formula } from './formula.ts';
import { sheetPace } from './sheetPace.ts';
import { emptyRow, sheetRow, sheetRows } from './sheetRows.ts';
import { sheetWriter } from './sheetWriter.ts';
import { slotSelector } from './slots.ts';
import { startOf } from './startOf.ts';

const slotsOf = (row: Element): Element[] => [...row.querySelectorAll(slotSelector)];

/** Shows a formula, row after row; while its shape stays, only the numbers that changed are written. */
export function FormulaSheet({ formula, shown }: { formula: Formula; shown: RefObject<number> }) {
  const sheet = useRef<HTMLElement>(null);
  const drawn = useSignal(0);
  const writer = useMemo(
    () =>
      sheetWriter({
        renew: ({ place, text }) => {
          const row = sheet.current?.children[place] as HTMLElement;
          const next = sheetRow(text);
          row.replaceWith(next);
          drawn.value++;
          return slotsOf(next);
        },
        ...sheetPace(() => sheet.current),
      }),
    [],
  );
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null) return;
    const { shape, text, rows, slots: texts } = formula;
    const isNew = shape !== shown.current;
    if (isNew && text !== undefined) {
      const { start, rest, longestName } = startOf(text);
      element.replaceChildren(...sheetRows(start), ...rest.map(emptyRow));
      element.style.setProperty('--names', `${longestName}ch`);
      element.style.removeProperty('--wide');
      writer.take(Array.from(element.children, slotsOf));
      drawn.value++;
      writer.write(texts, rest);
    } else if (isNew && rows === undefined)
      return; // of a shape that is gone: the next answer brings the whole
    else writer.write(texts, isNew ? rows : undefined);
    shown.current = shape;
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
