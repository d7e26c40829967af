import { itemKinds } from './drawing.ts';
import { numberText } from './numberText.ts';
import type { Visible } from './paint.ts';
import { gradientAt, type Scene, valueAt } from './scene.ts';

/** Below this scale, text could not be read. */
const readable = 0.55;

/** Paints the items that are on the screen. */
export function paintItems(context: CanvasRenderingContext2D, scene: Scene, visible: Visible): void {
  const { items, size } = scene.drawing;
  const marks = marksOf(scene);
  for (let i = 0; i < items.x.length; i++) {
    const [x, y] = [items.x[i] as number, items.y[i] as number];
    if (x + size.width < visible.left || x - size.width > visible.right) continue;
    if (y + size.height < visible.top || y - size.height > visible.bottom) continue;
    paintItem(context, scene, i, marks.get(i));
  }
}

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
  const [value, gradient] = [valueAt(numbers, node), gradientAt(numbers, node)];
  const kind = itemKinds[items.kinds[i] as number];
  const isRound = size.round;
  const sign = value === undefined || value === 0 || Number.isNaN(value) ? 0 : Math.sign(value);
  const colour = sign === 0 ? palette.edge : sign > 0 ? palette.plus : palette.minus;

  if (mark !== undefined) {
    context.beginPath();
    shape(context, x, y, size.width + 12, size.height + 12, isRound);
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
  if (viewport.scale < readable && size.height * viewport.scale < 34) return;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const label = items.labels[i] as string;
  const write = (text: string, font: string, ink: string, at: number, room = size.width - 10): void => {
    context.font = font;
    context.fillStyle = ink;
    context.fillText(fitting(context, text, room), x, y + at);
  };
  const texts = {
    value: value === undefined ? '' : numberText(value),
    gradient: gradient === undefined ? '' : `∂ ${numberText(gradient)}`,
  };
  if (isRound) {
    write(
      value === undefined ? '' : numberText(value, 2),
      '600 11px system-ui, sans-serif',
      palette.ink,
      0.5,
      size.width,
    );
    write(label, '11px system-ui, sans-serif', palette.faint, -size.height / 2 - 9, 130);
    write(texts.gradient, '10px system-ui, sans-serif', palette.faint, size.height / 2 + 9, 90);
    return;
  }
  const bold = '600 12px system-ui, sans-serif';
  if (node >= 0) {
    const note = items.notes[i] as string;
    const isSmall = size.height < 60;
    write(
      isSmall && note !== '' && label !== note ? `${label} · ${note}` : label,
      isSmall ? '11px system-ui, sans-serif' : bold,
      isSmall ? palette.faint : palette.ink,
      isSmall ? -16 : -14,
    );
    write(texts.value, '600 12px system-ui, sans-serif', palette.ink, isSmall ? 0 : 4);
    write(texts.gradient, '10.5px system-ui, sans-serif', palette.faint, isSmall ? 15 : 20);
    return;
  }
  const cells = items.cells.get(i);
  const hasBars = cells !== undefined && size.height > 60;
  write(label, bold, palette.ink, hasBars ? -34 : -9);
  write(items.notes[i] as string, '11px system-ui, sans-serif', palette.faint, hasBars ? -18 : 9);
  if (!hasBars) return;
  paintBars(context, scene, cells, x, y + 6, (at) => valueAt(numbers, at));
  paintBars(context, scene, cells, x, y + 32, (at) => gradientAt(numbers, at));
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

/** A bar for each number, up for plus and down for minus, the largest as high as there is room. */
function paintBars(
  context: CanvasRenderingContext2D,
  { drawing, palette }: Scene,
  cells: Int32Array,
  x: number,
  y: number,
  numberOf: (node: number) => number | undefined,
): void {
  const width = drawing.size.width - 20;
  const each = Math.min(14, width / cells.length);
  const left = x - (each * cells.length) / 2;
  let largest = 0;
  for (const node of cells) largest = Math.max(largest, Math.abs(numberOf(node) ?? 0));
  context.fillStyle = palette.line;
  context.fillRect(x - width / 2, y - 0.5, width, 1);
  if (!(largest > 0) || !Number.isFinite(largest)) return;
  cells.forEach((node, i) => {
    const height = (11 * (numberOf(node) ?? 0)) / largest;
    context.fillStyle = height < 0 ? palette.minus : palette.plus;
    context.fillRect(left + i * each + each * 0.1, y - Math.max(0, height), each * 0.8, Math.abs(height));
  });
}

/** A text, cut where there is no more room. */
function fitting(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let length = text.length;
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > room) length--;
  return `${text.slice(0, length)}…`;
}
