import { itemKinds } from './drawing.ts';
import type { Visible } from './paint.ts';
import { paintSpots } from './paintSpots.ts';
import { gradientAt, type Scene, valueAt } from './scene.ts';
import { writeAround, writeBox, writeInside } from './writeItem.ts';

/** Paints the items that are on the screen. */
export function paintItems(context: CanvasRenderingContext2D, scene: Scene, visible: Visible): void {
  const { items, size } = scene.drawing;
  const marks = marksOf(scene);
  const isTiny = size.height * scene.viewport.scale < tiny;
  const spots: number[] = [];
  const [left, right] = [visible.left - size.width, visible.right + size.width];
  const [top, bottom] = [visible.top - size.height, visible.bottom + size.height];
  for (let i = 0; i < items.x.length; i++) {
    const x = items.x[i] as number;
    const y = items.y[i] as number;
    if (x < left || x > right || y < top || y > bottom) continue;
    if (isTiny && !marks.has(i)) spots.push(i);
    else paintItem(context, scene, i, marks.get(i));
  }
  paintSpots(context, scene, spots);
}

/** Items that are not as many pixels high are spots of colour. */
const tiny = 9;

type Mark = 'selected' | 'hovered' | 'focused' | 'current';

function marksOf({ selected, hovered, focused, current }: Scene): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  for (const [mark, link] of Object.entries({ selected, hovered, current, focused }))
    for (const item of link.items) marks.set(item, mark as Mark);
  return marks;
}

function paintItem(context: CanvasRenderingContext2D, scene: Scene, i: number, mark: Mark | undefined): void {
  const { drawing, numbers, palette, viewport } = scene;
  const { items, size } = drawing;
  const [x, y, node] = [items.x[i] as number, items.y[i] as number, items.nodes[i] as number];
  const cells = items.cells.get(i);
  const shown = node < 0 && cells?.length === 1 ? (cells[0] as number) : node;
  const [value, gradient] = [valueAt(numbers, shown), gradientAt(numbers, shown)];
  const kind = itemKinds[items.kinds[i] as number];
  const isRound = size.round;
  const sign = value === undefined || value === 0 || Number.isNaN(value) ? 0 : Math.sign(value);
  const colour = sign === 0 ? palette.edge : sign > 0 ? palette.plus : palette.minus;

  if (mark !== undefined) {
    context.beginPath();
    const around = 12 / Math.min(1, viewport.scale);
    shape(context, x, y, size.width + around, size.height + around, isRound);
    context.fillStyle = mark === 'current' ? palette.mark : palette.accent;
    context.globalAlpha = mark === 'hovered' ? 0.25 : mark === 'current' ? 1 : 0.45;
    context.fill();
    context.globalAlpha = 1;
    if (mark === 'current' || mark === 'focused') {
      context.strokeStyle = mark === 'focused' ? palette.accent : palette.ink;
      context.lineWidth = 2 / Math.min(1, viewport.scale);
      context.stroke();
    }
  }
  if (items.folded[i] === 1) {
    context.beginPath(); // as of a pile
    shape(context, x + 4, y + 4, size.width, size.height, isRound);
    context.fillStyle = palette.sunken;
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.stroke();
  }
  context.beginPath();
  shape(context, x, y, size.width, size.height, isRound);
  context.fillStyle = kind === 'layer' || kind === 'output' ? palette.sunken : palette.ground;
  context.fill();
  if (sign !== 0) {
    context.fillStyle = colour;
    context.globalAlpha = 0.28 * (1 - 1 / (1 + Math.abs(value as number)));
    context.fill();
    context.globalAlpha = 1;
  }
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.setLineDash(sign < 0 ? [4, 3] : []);
  context.stroke();
  context.setLineDash([]);
  if (isRound) writeAround(context, scene, i, value, gradient);
  else if (node < 0 && cells !== undefined && size.height > 60) writeBox(context, scene, i, cells);
  else writeInside(context, scene, i, value, gradient);
}

function shape(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  isRound: boolean,
): void {
  if (isRound) context.arc(x, y, width / 2, 0, 2 * Math.PI);
  else context.roundRect(x - width / 2, y - height / 2, width, height, 8);
}
