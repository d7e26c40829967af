import type { Grid } from './grid.ts';
import { type Colour, classColours, type Ground, shade, shadeClass } from './shade.ts';

/** How many steps the scales of colours have: none that an eye would see. */
const steps = 256;

/** A grid as an image has it: four bytes for each cell. */
export function pixels(
  { values, classes }: Pick<Grid, 'values' | 'classes'>,
  ground: Ground,
): Uint8ClampedArray<ArrayBuffer> {
  const colours = paletteOf(ground, classes === undefined ? 'two' : 'classes');
  const words = new Uint32Array(values.length);
  const scales = classColours.length;
  for (let i = 0; i < values.length; i++) {
    const step = Math.round((values[i] as number) * steps);
    const scale = (classes?.[i] ?? 0) % scales;
    words[i] = colours[scale * (steps + 1) + step] ?? (colours[steps / 2] as number);
  }
  return new Uint8ClampedArray(words.buffer);
}

const palettes = new Map<string, Uint32Array>();

/** The colours of a scale, or of one for each class, a word each. */
function paletteOf(ground: Ground, kind: 'two' | 'classes'): Uint32Array {
  const name = `${ground} ${kind}`;
  const known = palettes.get(name);
  if (known !== undefined) return known;
  const places = Array.from({ length: steps + 1 }, (_, step) => step / steps);
  const colours: Colour[] =
    kind === 'two'
      ? places.map((place) => shade(place, ground))
      : classColours.flatMap((_, which) => places.map((place) => shadeClass(which, place, ground)));
  const palette = new Uint32Array(Uint8Array.from(colours.flat()).buffer);
  palettes.set(name, palette);
  return palette;
}
