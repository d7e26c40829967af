import { classColours, type Ground } from './shade.ts';

/** Draws the outline of a mark, to be filled or stroked. */
type Outline = (path: Path2D, x: number, y: number, r: number) => void;

const polygon =
  (corners: number, turn: number, scale = 1): Outline =>
  (path, x, y, r) => {
    for (let i = 0; i < corners; i++) {
      const angle = turn + (2 * Math.PI * i) / corners;
      const [px, py] = [x + r * scale * Math.cos(angle), y + r * scale * Math.sin(angle)];
      if (i === 0) path.moveTo(px, py);
      else path.lineTo(px, py);
    }
    path.closePath();
  };

const outlines: readonly Outline[] = [
  polygon(4, Math.PI / 4, 1.2),
  (path, x, y, r) => {
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, 2 * Math.PI);
  },
  polygon(3, -Math.PI / 2, 1.3),
  polygon(4, 0, 1.35),
  polygon(3, Math.PI / 2, 1.3),
  polygon(6, 0, 1.1),
];

/** The outline of a class's mark at a place. */
export function markPath(which: number, x: number, y: number, r: number): Path2D {
  const path = new Path2D();
  (outlines[which % outlines.length] as Outline)(path, x, y, r);
  return path;
}

/** Colours of a mark: those of two classes are the ends of the two-sided scale. */
export function markColour(which: number, isTwo: boolean, ground: Ground): string {
  if (isTwo) return twoColours[ground][which === 0 ? 0 : 1];
  const colour = classColours[which % classColours.length] as readonly number[];
  return `rgb(${colour.map((c) => (ground === 'dark' ? Math.round(c + (255 - c) * 0.35) : Math.round(c * 0.82)))})`;
}

const twoColours = {
  light: ['rgb(158, 66, 0)', 'rgb(0, 82, 136)'],
  dark: ['rgb(255, 176, 102)', 'rgb(124, 202, 245)'],
} as const;

/** Draws a mark: filled for what is trained on, hollow for what is kept away, with an outline that stands off from any field. */
export function drawMark(
  context: CanvasRenderingContext2D,
  path: Path2D,
  { colour, isFilled, ground, edge }: { colour: string; isFilled: boolean; ground: Ground; edge?: string },
): void {
  context.lineWidth = isFilled ? 1 : 1.6;
  context.strokeStyle = edge ?? (isFilled ? (ground === 'dark' ? '#0d1014' : '#ffffff') : colour);
  context.fillStyle = isFilled ? colour : ground === 'dark' ? '#16181c' : '#ffffff';
  context.fill(path);
  context.stroke(path);
}
