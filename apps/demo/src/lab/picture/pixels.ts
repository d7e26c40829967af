import type { Grid } from './grid.ts';
import { type Colour, type Ground, shade, shadeClass } from './shade.ts';

/** A grid as an image has it: four bytes for each cell. */
export function pixels(
  { values, classes }: Pick<Grid, 'values' | 'classes'>,
  ground: Ground,
): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(values.length * 4);
  values.forEach((value, i) => {
    const which = classes?.[i];
    const colour: Colour = which === undefined ? shade(value, ground) : shadeClass(which, value, ground);
    bytes.set(colour, 4 * i);
  });
  return bytes;
}
