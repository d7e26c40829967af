import type { Drawing } from './drawing.ts';
import { areBent } from './edgeCurve.ts';
import { endsOf } from './endsOf.ts';
import type { Visible } from './paint.ts';
import { type Scene, valueAt } from './scene.ts';

/** Up to so many edges have room to be wide. */
const fine = 400;

/** Of more edges than these, those with the largest values are painted. */
export const mostEdges = 1000;

/** So many while the run plays: the others come when it rests. */
const mostMoving = 300;

/** Edges of one look are painted at once. */
interface Style {
  readonly sign: -1 | 0 | 1;
  /** How wide, in steps. */
  readonly width: number;
}

const widest = 8;

/** Paints what is on the screen of the edges, the strongest if there are very many, and tells which those are. */
export function paintEdges(context: CanvasRenderingContext2D, scene: Scene, visible: Visible): readonly number[] {
  const { drawing, numbers, palette, viewport } = scene;
  const { edges } = drawing;
  const inView = edgesIn(drawing, visible);
  const most = scene.isPlaying ? mostMoving : mostEdges;
  const shown =
    numbers === undefined
      ? inView.slice(0, most)
      : strongest(inView, most, (e) => valueAt(numbers, edges.nodes[e] as number));
  const byStyle = new Map<number, number[]>();
  for (const e of shown) {
    const style = styleKey(valueAt(numbers, edges.nodes[e] as number));
    const list = byStyle.get(style);
    if (list === undefined) byStyle.set(style, [e]);
    else list.push(e);
  }
  const [isFine, isBent] = [inView.length <= fine, areBent(shown.length)];
  for (const [key, list] of [...byStyle].sort(([a], [b]) => Math.abs(a) - Math.abs(b))) {
    const { sign, width } = styleOf(key);
    context.strokeStyle = sign === 0 ? palette.edge : sign > 0 ? palette.plus : palette.minus;
    context.lineWidth = sign === 0 ? 1 : isFine ? 0.5 + width * 0.6 : (0.4 + width * 0.12) / viewport.scale;
    context.globalAlpha = sign === 0 ? 0.55 : isFine ? 0.85 : 0.3;
    context.setLineDash(
      sign < 0 ? dash.map((length) => (length * (shown.length > few ? 4 : 1)) / Math.min(1, viewport.scale)) : [],
    );
    strokeAll(context, scene, list, isBent);
  }
  context.globalAlpha = 1;
  paintHighlights(context, scene, shown);
  context.setLineDash([]);
  return shown;
}

/** Dashes are longer where there are more edges than these: many short ones take long to paint. */
const few = 100;
const dash = [6, 4];

/** The edges that may be on the screen. */
function edgesIn({ items: { x, y }, edges: { from, to }, size }: Drawing, visible: Visible): number[] {
  const half = size.width / 2;
  const inView: number[] = [];
  for (let e = 0; e < from.length; e++) {
    const [a, b] = [from[e] as number, to[e] as number];
    if ((x[b] as number) - half < visible.left || (x[a] as number) + half > visible.right) continue;
    const [y0, y1] = [y[a] as number, y[b] as number];
    if ((y0 < visible.top && y1 < visible.top) || (y0 > visible.bottom && y1 > visible.bottom)) continue;
    inView.push(e);
  }
  return inView;
}

/** Those with the largest values, in the order that they came in. */
function strongest(
  list: readonly number[],
  most: number,
  valueOfEdge: (edge: number) => number | undefined,
): readonly number[] {
  if (list.length <= most) return list;
  const sizes = new Float64Array(list.length);
  for (let i = 0; i < list.length; i++) sizes[i] = Math.abs(valueOfEdge(list[i] as number) ?? 0) || 0;
  const least = sizes.slice().sort()[list.length - most] as number;
  return list.filter((_, i) => (sizes[i] as number) >= least).slice(0, most);
}

/** From −`widest` to `widest`, 0 for an edge without a value. */
function styleKey(value: number | undefined): number {
  if (value === undefined || Number.isNaN(value)) return 0;
  const width = Math.max(1, Math.round(widest * (1 - 1 / (1 + Math.abs(value)))));
  return value < 0 ? -width : width;
}

const styleOf = (key: number): Style => ({ sign: Math.sign(key) as Style['sign'], width: Math.abs(key) });

function strokeAll(
  context: CanvasRenderingContext2D,
  { drawing }: Scene,
  list: readonly number[],
  isBent: boolean,
): void {
  for (const e of list) {
    const { x0, y0, x1, y1 } = endsOf(drawing, e);
    context.beginPath(); // each by itself: one path of many lines takes several times as long
    context.moveTo(x0, y0);
    if (isBent) context.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
    else context.lineTo(x1, y1);
    context.stroke();
  }
}

/** Edges that are looked at, and those of items that are. */
function paintHighlights(context: CanvasRenderingContext2D, scene: Scene, shown: readonly number[]): void {
  const { drawing, selected, hovered, focused, current, palette, viewport } = scene;
  const items = new Set([...selected.items, ...hovered.items]);
  const edges = new Set([...selected.edges, ...hovered.edges, ...focused.edges, ...current.edges]);
  const of =
    items.size === 0 || items.size > 40
      ? []
      : shown.filter((e) => items.has(drawing.edges.from[e] as number) || items.has(drawing.edges.to[e] as number));
  const isBent = areBent(shown.length);
  context.strokeStyle = palette.ink;
  context.setLineDash([]);
  context.globalAlpha = 0.5;
  context.lineWidth = 1 / Math.min(1, viewport.scale);
  strokeAll(context, scene, of, isBent);
  context.globalAlpha = 0.35;
  context.lineWidth = 9;
  context.strokeStyle = palette.accent;
  strokeAll(context, scene, [...edges], isBent);
  context.globalAlpha = 1;
}
