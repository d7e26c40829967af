import { computed, effect, signal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { hovered, isPlaying, look, state } from '../store.ts';
import { nodeOf } from './link.ts';
import { numberText } from './numberText.ts';
import { gradientAt, valueAt } from './scene.ts';
import { focused, numbers, outline } from './shown.ts';
import { pathTo, rowKeyOf, type TreeRow, treeRows } from './treeRows.ts';
import { unfold } from './unfold.ts';
import { pan, showAll, zoom } from './viewportSignal.ts';

const opened = signal<ReadonlySet<string>>(new Set());
/** The row that the Tab key leads to. */
const at = signal('inputs');
const rows = computed(() => (outline.value === undefined ? [] : treeRows(outline.value, opened.value)));

effect(() => {
  const { selected } = state.value.view;
  const its = outline.value;
  if (selected === undefined || its === undefined) return;
  const key = rowKeyOf(its, selected);
  const path = pathTo(its, key);
  if (path.some((each) => !opened.peek().has(each))) opened.value = new Set([...opened.peek(), ...path]);
  at.value = key;
});

/** The graph for the keyboard and for screen readers: what it is at is marked in the picture. */
export default function GraphTree() {
  const tree = useRef<HTMLDivElement>(null);
  const shown = rows.value;
  const active = shown.some(({ key }) => key === at.value) ? at.value : shown[0]?.key;
  useSignalEffect(() => {
    at.value;
    if (tree.current?.contains(document.activeElement))
      tree.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });
  return (
    <div
      ref={tree}
      class="unseen"
      role="tree"
      aria-label="Graph. Arrows move and open, Enter selects, plus and minus zoom, Shift with arrows pans, 0 shows all."
      onKeyDown={onKey}
      onBlur={() => {
        focused.value = undefined;
        hovered.value = undefined;
      }}
    >
      {shown.map((row) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens to the keys
        <div
          key={row.key}
          role="treeitem"
          aria-level={row.level}
          aria-posinset={row.position}
          aria-setsize={row.siblings}
          aria-expanded={row.isOpen}
          aria-selected={row.key === state.value.view.selected}
          tabIndex={row.key === active ? 0 : -1}
          onFocus={() => {
            at.value = row.key;
            focused.value = row.key;
            hovered.value = row.key;
          }}
          onClick={() => look({ selected: row.key })}
        >
          {row.name}
          {figuresOf(row)}
        </div>
      ))}
    </div>
  );
}

function figuresOf({ key }: TreeRow): string {
  if (outline.value === undefined) return '';
  const node = nodeOf(outline.value, key);
  // while the run plays, nobody hears numbers that change all the time unless the keyboard is here
  const now = isPlaying.value && focused.value === undefined ? numbers.peek() : numbers.value;
  const [value, gradient] = [valueAt(now, node), gradientAt(now, node)];
  return `${value === undefined ? '' : `, value ${numberText(value)}`}${gradient === undefined ? '' : `, gradient ${numberText(gradient)}`}`;
}

function toggle(key: string, isOpen: boolean): void {
  const next = new Set(opened.value);
  if (isOpen) next.add(key);
  else next.delete(key);
  opened.value = next;
  if (isOpen) unfold(key.replace('neuron:', 'sum:'));
}

function onKey(event: KeyboardEvent): void {
  const list = rows.value;
  const place = list.findIndex(({ key }) => key === at.value);
  const row = list[place];
  if (row === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  const go = (to: string | undefined): void => {
    if (to !== undefined) at.value = to;
  };
  const step = 60;
  const shifted: Readonly<Record<string, () => void>> = {
    ArrowDown: () => pan(0, -step),
    ArrowUp: () => pan(0, step),
    ArrowRight: () => pan(-step, 0),
    ArrowLeft: () => pan(step, 0),
  };
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(list[place + 1]?.key),
    ArrowUp: () => go(list[place - 1]?.key),
    Home: () => go(list[0]?.key),
    End: () => go(list.at(-1)?.key),
    ArrowRight: () => (row.isOpen ? go(list[place + 1]?.key) : row.isOpen === false && toggle(row.key, true)),
    ArrowLeft: () => (row.isOpen ? toggle(row.key, false) : go(row.parent)),
    Enter: () => look({ selected: row.key }),
    ' ': () => look({ selected: row.key }),
    Escape: () => look({ selected: undefined }),
    '+': () => zoom(1.4),
    '-': () => zoom(1 / 1.4),
    '0': showAll,
  };
  const action = (event.shiftKey ? shifted[event.key] : undefined) ?? actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}
