import { numberText } from './numberText.ts';
import { paintBars } from './paintBars.ts';
import { gradientAt, type Scene, valueAt } from './scene.ts';

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
export function writeAround(
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
export function writeInside(
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
  if (isBox && note !== '' && value === undefined && count > 1)
    lines.push({ text: note, ink: palette.faint, weight: 400 });
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
export function writeBox(context: CanvasRenderingContext2D, scene: Scene, i: number, cells: Int32Array): void {
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
