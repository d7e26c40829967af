import { areBent, edgePoint } from './edgeCurve.ts';
import { endsOf } from './endsOf.ts';
import { numberText } from './numberText.ts';
import { gradientAt, type Scene, valueAt } from './scene.ts';

/** So many labels are tried; they would not fit anyway. */
const most = 400;

const height = 26;

/** Writes the value on, and the gradient under, each edge that has room for it; edges that are looked at come first. */
export function paintEdgeLabels(context: CanvasRenderingContext2D, scene: Scene, shown: readonly number[]): void {
  const { drawing, numbers, palette, viewport, selected, hovered, focused, current } = scene;
  if (drawing.level !== 'neurons' || viewport.scale < 0.6 || numbers === undefined) return;
  const { items, edges } = drawing;
  const first = [selected, hovered, focused, current].flatMap((link) => link.edges);
  const near = new Set([...selected.items, ...hovered.items]);
  const isNear = (e: number): boolean => near.has(edges.from[e] as number) || near.has(edges.to[e] as number);
  const labelled = [...first, ...shown.filter(isNear), ...shown].slice(0, most);
  const taken: { x: number; y: number; width: number }[] = [];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const crowded = shown.length > 150;
  const done = new Set<number>();
  for (const e of labelled) {
    if (done.has(e) || (crowded && !first.includes(e) && !isNear(e))) continue;
    done.add(e);
    const node = edges.nodes[e] as number;
    const [value, gradient] = [valueAt(numbers, node), gradientAt(numbers, node)];
    if (value === undefined || items.kinds[edges.from[e] as number] === undefined) continue;
    const [upper, lower] = [numberText(value), gradient === undefined ? '' : `∂ ${numberText(gradient)}`];
    context.font = '600 10.5px system-ui, sans-serif';
    const width = Math.max(context.measureText(upper).width, context.measureText(lower).width) + 8;
    // where labels stand differs from edge to edge, so that those of one item do not hide each other
    const place = [0.5, 0.32, 0.68, 0.4, 0.6]
      .map((t) => edgePoint(endsOf(drawing, e), t, areBent(shown.length)))
      .find(([x, y]) =>
        taken.every((box) => Math.abs(box.x - x) > (box.width + width) / 2 || Math.abs(box.y - y) > height),
      );
    if (place === undefined) continue;
    const [x, y] = place;
    taken.push({ x, y, width });
    context.globalAlpha = 0.88;
    context.fillStyle = palette.raised;
    context.fillRect(x - width / 2, y - height / 2, width, height);
    context.globalAlpha = 1;
    context.fillStyle = value < 0 ? palette.minus : palette.plus;
    context.fillText(upper, x, lower === '' ? y : y - 6);
    context.font = '10px system-ui, sans-serif';
    context.fillStyle = palette.faint;
    context.fillText(lower, x, y + 6.5);
  }
}
