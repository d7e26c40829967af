import type { Scene } from './scene.ts';

/** A bar for each number, up for plus and down for minus, the largest as high as there is room. */
export function paintBars(
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
