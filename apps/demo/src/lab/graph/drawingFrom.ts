import type { Drawing, Drawn, Outline } from './drawing.ts';
import { once } from './once.ts';

/** A drawing with its texts: those of boxes, and of items that are nodes what the outline says of these. */
export function drawingFrom(drawn: Drawn, outline: Outline): Drawing {
  const { boxes, nodes } = drawn.items;
  const texts = (of: (item: number, node: number) => string): (() => string[]) =>
    once(() => Array.from(nodes, (node, item) => of(item, node)));
  const keys = texts((item, node) => boxes.get(item)?.key ?? (outline.keys[node] as string));
  const labels = texts((item, node) => boxes.get(item)?.label ?? (outline.names[node] as string));
  const notes = texts((item, node) => boxes.get(item)?.note ?? noteOf(outline, node));
  return {
    ...drawn,
    items: {
      ...drawn.items,
      get keys() {
        return keys();
      },
      get labels() {
        return labels();
      },
      get notes() {
        return notes();
      },
    },
  };
}

/** The operation of a node, if it is one. */
function noteOf({ ops }: Outline, node: number): string {
  const op = ops[node] as string;
  return op === 'constant' || op === 'input' || op === 'parameter' ? '' : op;
}
