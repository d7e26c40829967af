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
  const byColour = new Map<number, number[]>();
  for (const i of spots) {
    const value = valueAt(numbers, items.nodes[i] as number) || 0;
    const strength = Math.sign(value) * Math.ceil(strengths * (1 - 1 / (1 + Math.abs(value))));
    const list = byColour.get(strength);
    if (list === undefined) byColour.set(strength, [i]);
    else list.push(i);
  }
  for (const [strength, list] of byColour) {
    context.globalAlpha = strength === 0 ? 0.4 : 0.3 + (0.7 * Math.abs(strength)) / strengths;
    context.fillStyle = strength === 0 ? palette.edge : strength > 0 ? palette.plus : palette.minus;
    const height = strength < 0 ? size.height / 2 : size.height;
    for (const i of list)
      context.fillRect(
        (items.x[i] as number) - size.width / 2,
        (items.y[i] as number) + size.height / 2 - height,
        size.width,
        height,
      );
  }
  context.globalAlpha = 1;
}
