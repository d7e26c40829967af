/** What part of a drawing is seen: `x` and `y` of the drawing are in the middle of the screen, `scale` pixels long each unit. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Area {
  readonly width: number;
  readonly height: number;
}

const scales = { least: 0.005, most: 4 };

/** All of a drawing, no larger than it was drawn. */
export function fitted(xs: ArrayLike<number>, ys: ArrayLike<number>, item: Area, screen: Area): Viewport {
  const [left, right] = range(xs);
  const [top, bottom] = range(ys);
  const [width, height] = [right - left + item.width + 40, bottom - top + item.height + 56];
  const scale = Math.min(1.25, screen.width / width, screen.height / height);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: bounded(scale) };
}

function range(list: ArrayLike<number>): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < list.length; i++) {
    least = Math.min(least, list[i] as number);
    most = Math.max(most, list[i] as number);
  }
  return list.length === 0 ? [0, 0] : [least, most];
}

const bounded = (scale: number): number => Math.min(scales.most, Math.max(scales.least, scale));

/** Larger or smaller, with the point under (x, y) of the screen, counted from its middle, staying where it is. */
export function zoomed({ x, y, scale }: Viewport, factor: number, atX = 0, atY = 0): Viewport {
  const next = bounded(scale * factor);
  return { x: x + atX / scale - atX / next, y: y + atY / scale - atY / next, scale: next };
}

/** Moved along with the pointer by so many pixels. */
export const panned = ({ x, y, scale }: Viewport, byX: number, byY: number): Viewport => ({
  x: x - byX / scale,
  y: y - byY / scale,
  scale,
});

/** The point of the drawing under a point of the screen, counted from its left upper corner. */
export const pointAt = (
  { x, y, scale }: Viewport,
  { width, height }: Area,
  atX: number,
  atY: number,
): [number, number] => [x + (atX - width / 2) / scale, y + (atY - height / 2) / scale];
