import { type Scene, valueAt } from './scene.ts';

/** So many strengths of a colour can be told apart. */
const strengths = 8;

/**
 * Paints items as spots: the larger the value, the stronger the colour. What is negative is half as high, as it is dashed where
 * there is room for dashes. Spots of one colour are painted together, which is what takes long to change.
 */
export function paintSpots(
  context: CanvasRenderingContext2D,
  { drawing, numbers, palette }: Scene,
  spots: readonly number[],
): void {
  const { items, size } = drawing;
  const byColour =
    numbers === undefined
      ? new Map([[0, spots]])
      : byStrength(spots, (i) => valueAt(numbers, items.nodes[i] as number));
  const { x, y } = items;
  const { width } = size;
  for (const [strength, list] of byColour) {
    context.globalAlpha = strength === 0 ? 0.4 : 0.3 + (0.7 * Math.abs(strength)) / strengths;
    context.fillStyle = strength === 0 ? palette.edge : strength > 0 ? palette.plus : palette.minus;
    const height = strength < 0 ? size.height / 2 : size.height;
    const below = size.height / 2 - height;
    for (const i of list) context.fillRect((x[i] as number) - width / 2, (y[i] as number) + below, width, height);
  }
  context.globalAlpha = 1;
}

/** Spots by how strong their colour is, from −`strengths` to `strengths`. */
function byStrength(
  spots: readonly number[],
  valueOfSpot: (spot: number) => number | undefined,
): ReadonlyMap<number, readonly number[]> {
  const lists = new Map<number, number[]>();
  for (const i of spots) {
    const value = valueOfSpot(i) || 0;
    const strength = Math.sign(value) * Math.ceil(strengths * (1 - 1 / (1 + Math.abs(value))));
    const list = lists.get(strength);
    if (list === undefined) lists.set(strength, [i]);
    else list.push(i);
  }
  return lists;
}
