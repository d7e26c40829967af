import type { Drawing, Outline } from './drawing.ts';
import type { Link } from './link.ts';
import type { Palette } from './palette.ts';
import type { Area, Viewport } from './viewport.ts';

/** All that a picture of the graph is made from. */
export interface Scene {
  readonly drawing: Drawing;
  readonly outline: Outline;
  readonly numbers: Shown | undefined;
  readonly selected: Link;
  readonly hovered: Link;
  /** What the keyboard is at. */
  readonly focused: Link;
  /** What the step of training is at. */
  readonly current: Link;
  /** Whether the run goes on, so that there is a next picture at once. */
  readonly isPlaying: boolean;
  readonly viewport: Viewport;
  readonly area: Area;
  readonly palette: Palette;
}

/** The numbers of all nodes; within a step, how far each has come. */
export interface Shown {
  readonly values: Float64Array;
  readonly gradients: Float64Array;
  readonly reached: Uint8Array | undefined;
}

/** The value of a node, if it is known by now. */
export function valueAt(numbers: Shown | undefined, node: number): number | undefined {
  if (numbers === undefined || node < 0 || numbers.reached?.[node] === 0) return undefined;
  return numbers.values[node];
}

/** The derivative of the loss with respect to a node, if there is one and it is known by now. */
export function gradientAt(numbers: Shown | undefined, node: number): number | undefined {
  if (numbers === undefined || node < 0 || (numbers.reached !== undefined && numbers.reached[node] !== 2))
    return undefined;
  const gradient = numbers.gradients[node];
  return Number.isNaN(gradient) ? undefined : gradient;
}
