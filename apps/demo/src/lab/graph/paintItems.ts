import { itemKinds } from './drawing.ts';
import { numberText } from './numberText.ts';
import type { Visible } from './paint.ts';
import { gradientAt, type Scene, valueAt } from './scene.ts';

/** Paints the items that are on the screen. */
export function paintItems(context: CanvasRenderingContext2D, scene: Scene, visible: Visible): void {
  const { items, size } = scene.drawing;
  const marks = marksOf(scene);
  const isTiny = size.height * scene.viewport.scale < tiny;
  for (let i = 0; i < items.x.length; i++) {
    const [x, y] = [items.x[i] as number, items.y[i] as number];
    if (x + size.width < visible.left || x - size.width > visible.right) continue;
    if (y + size.height < visible.top || y - size.height > visible.bottom) continue;
    if (isTiny && !marks.has(i)) paintDot(context, scene, i);
    else paintItem(context, scene, i, marks.get(i));
  }
}

/** Items that are not as many pixels high are spots of colour. */
const tiny = 9;

/** A spot: the larger the value, the stronger its colour. */
function paintDot(context: CanvasRenderingContext2D, { drawing, numbers, palette }: Scene, i: number): void {
  const { items, size } = drawing;
  const [x, y] = [items.x[i] as number, items.y[i] as number];
  const value = valueAt(numbers, items.nodes[i] as number) ?? 0;
  context.globalAlpha = value === 0 ? 0.4 : 0.35 + 0.65 * (1 - 1 / (1 + Math.abs(value)));
  context.fillStyle = value === 0 ? palette.edge : value > 0 ? palette.plus : palette.minus;
  // what is negative is lower, as it is dashed where there is room for dashes
  const height = value < 0 ? size.height / 2 : size.height;
  context.fillRect(x - size.width / 2, y + size.height / 2 - height, size.width, height);
  context.globalAlpha = 1;
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
  const cells = items.cells.get(i);
  if (isRound) writeAround(context, scene, i, value, gradient);
  else if (node < 0 && cells !== undefined && size.height > 60) writeBox(context, scene, i, cells);
  else writeInside(context, scene, i, value, gradient);
}

/** Below this scale, text around circles and in boxes could not be read. */
const readable = 0.5;

const font = (size: number, weight = 400): string => `${weight} ${size}px system-ui, sans-serif`;

/** Writes in the middle of an item, or so far below. */
function write(
  context: CanvasRenderingContext2D,
  { drawing }: Scene,
  i: number,
  text: string,
  below: number,
  room: number,
): void {
  const { x, y } = drawing.items;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(fitting(context, text, room), x[i] as number, (y[i] as number) + below);
}

/** Of a circle: the name above, the value inside, the gradient below. */
function writeAround(
  context: CanvasRenderingContext2D,
  scene: Scene,
  i: number,
  value: number | undefined,
  gradient: number | undefined,
): void {
  const { drawing, palette, viewport } = scene;
  const { size, items } = drawing;
  if (viewport.scale < readable) return;
  context.font = font(11, 600);
  context.fillStyle = palette.ink;
  if (value !== undefined) write(context, scene, i, fittingNumber(context, value, size.width - 6), 0.5, size.width);
  context.font = font(11);
  context.fillStyle = palette.faint;
  write(context, scene, i, items.labels[i] as string, -size.height / 2 - 9, 130);
  context.font = font(10);
  if (gradient !== undefined) write(context, scene, i, `∂ ${numberText(gradient)}`, size.height / 2 + 9, 90);
}

/** In a small box: its value, and name and gradient where there is room for more lines, which are never too small to read. */
function writeInside(
  context: CanvasRenderingContext2D,
  scene: Scene,
  i: number,
  value: number | undefined,
  gradient: number | undefined,
): void {
  const { drawing, palette, viewport } = scene;
  const { size, items } = drawing;
  const height = Math.max(12, 10 / viewport.scale);
  const line = height * 1.3;
  const count = Math.min(3, Math.floor((size.height - 4) / line));
  const isBox = items.nodes[i] === -1;
  const note = items.notes[i] as string;
  context.font = font(height, 600);
  const lines: { text: string; ink: string; weight: number }[] = [
    { text: items.labels[i] as string, ink: palette.faint, weight: isBox ? 600 : 400 },
  ];
  if (isBox && note !== '' && count > 1) lines.push({ text: note, ink: palette.faint, weight: 400 });
  if (value !== undefined)
    lines.push({ text: fittingNumber(context, value, size.width - 6), ink: palette.ink, weight: 600 });
  if (gradient !== undefined && count > 2)
    lines.push({ text: `∂ ${numberText(gradient)}`, ink: palette.faint, weight: 400 });
  const shown = lines.slice(-Math.max(count, 0) || lines.length);
  if (count < 1) return;
  shown.forEach(({ text, ink, weight }, k) => {
    context.font = font(height, weight);
    context.fillStyle = ink;
    write(context, scene, i, text, (k - (shown.length - 1) / 2) * line, size.width - 6);
  });
}

/** In a large box: its name, what is in it, and a bar for each value and each gradient; one of each is written as a number. */
function writeBox(context: CanvasRenderingContext2D, scene: Scene, i: number, cells: Int32Array): void {
  const { drawing, numbers, palette, viewport } = scene;
  const { size, items } = drawing;
  const [x, y] = [items.x[i] as number, items.y[i] as number];
  const room = size.width - 12;
  if (viewport.scale >= readable) {
    context.font = font(12, 600);
    context.fillStyle = palette.ink;
    write(context, scene, i, items.labels[i] as string, -34, room);
    context.font = font(11);
    context.fillStyle = palette.faint;
    write(context, scene, i, items.notes[i] as string, -19, room);
  }
  const [only] = cells;
  if (cells.length > 1 || only === undefined) {
    paintBars(context, scene, cells, x, y + 5, (at) => valueAt(numbers, at));
    paintBars(context, scene, cells, x, y + 31, (at) => gradientAt(numbers, at));
  } else if (viewport.scale >= readable) {
    const [value, gradient] = [valueAt(numbers, only), gradientAt(numbers, only)];
    context.font = font(13, 600);
    context.fillStyle = palette.ink;
    if (value !== undefined) write(context, scene, i, numberText(value), 5, room);
    context.font = font(11);
    context.fillStyle = palette.faint;
    if (gradient !== undefined) write(context, scene, i, `∂ ${numberText(gradient)}`, 25, room);
  }
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

/** A number with as many digits as there is room for. */
const fittingNumber = (context: CanvasRenderingContext2D, value: number, room: number): string =>
  [4, 3, 2].map((digits) => numberText(value, digits)).find((text) => context.measureText(text).width <= room) ??
  numberText(value, 1);
