import type { Points } from './editPoints.ts';
import { type PlaneView, toCanvas } from './planeView.ts';

/** How the plane is drawn. */
export interface PlaneDrawing {
  readonly points: Points;
  readonly view: PlaneView;
  /** Pixels of the page at each side. */
  readonly pixels: number;
  readonly crossHair: readonly [number, number] | undefined;
  /** The number of the class that is added. */
  readonly label: number;
  /** The colour of a class, or of `--line` and the like. */
  readonly colourOf: (name: string) => string;
}

/** Draws axes, points and the cross-hair. */
export function drawPlane(context: CanvasRenderingContext2D, drawing: PlaneDrawing): void {
  const { points, view, pixels, crossHair, label, colourOf } = drawing;
  context.clearRect(0, 0, pixels, pixels);
  const [ox, oy] = toCanvas(view, pixels, [0, 0]);
  line(context, colourOf('--line'), [ox, 0, ox, pixels], [0, oy, pixels, oy]);
  const isTwo = points.every(([, , each]) => each < 2);
  for (const [x, y, each] of points) {
    const [px, py] = toCanvas(view, pixels, [x, y]);
    context.fillStyle = colourOf(classColour(each, isTwo));
    context.fill(markOf(each, px, py, points.length > 200 ? 3 : 4));
  }
  if (crossHair === undefined) return;
  const [cx, cy] = toCanvas(view, pixels, crossHair);
  line(context, colourOf('--ink'), [cx, cy - 12, cx, cy + 12], [cx - 12, cy, cx + 12, cy]);
  context.strokeStyle = colourOf(classColour(label, isTwo && label < 2));
  context.lineWidth = 2;
  context.stroke(markOf(label, cx, cy, 6));
}

function line(context: CanvasRenderingContext2D, colour: string, ...lines: [number, number, number, number][]): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (const [x1, y1, x2, y2] of lines) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
}

/** The name of a class's colour; the first two change places when there are more, as in the picture. */
export function classColour(label: number, isTwo: boolean): string {
  const place = !isTwo && label < 2 ? 1 - label : label;
  return `--class-${place % 6}`;
}

/** The outline of a class's mark: square, circle, triangle, diamond, triangle down, hexagon. */
function markOf(label: number, x: number, y: number, r: number): Path2D {
  const path = new Path2D();
  if (label % 6 === 1) {
    path.arc(x, y, r, 0, 2 * Math.PI);
    return path;
  }
  const [corners, turn, scale] = polygons[label % 6] as (typeof polygons)[0];
  for (let i = 0; i < corners; i++) {
    const angle = turn + (2 * Math.PI * i) / corners;
    path.lineTo(x + r * scale * Math.cos(angle), y + r * scale * Math.sin(angle));
  }
  path.closePath();
  return path;
}

/** How many corners, where the first is, and how large. */
const polygons = [
  [4, Math.PI / 4, 1.2],
  [0, 0, 1],
  [3, -Math.PI / 2, 1.3],
  [4, 0, 1.35],
  [3, Math.PI / 2, 1.3],
  [6, 0, 1.1],
] as const satisfies readonly (readonly [number, number, number])[];
