/** Red, green, blue and opacity, each up to 255. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

/** The grounds, light and dark, that fields are mixed with. */
const grounds = { light: [251, 250, 247], dark: [27, 30, 36] } as const;

/** Low and high ends of the two-sided scale: orange and blue of Okabe and Ito (2008), which all eyes tell apart. */
const ends = {
  light: { low: [230, 132, 40], high: [24, 122, 186] },
  dark: { low: [196, 98, 20], high: [38, 122, 178] },
} as const;

/** How strong a field becomes at most, so that points stand out on it. */
const strongest = 0.72;

export type Ground = keyof typeof grounds;

/** The colour of a value from 0 to 1: orange, the ground at one half, blue. */
export function shade(value: number, ground: Ground): Colour {
  const end = ends[ground][value < 0.5 ? 'low' : 'high'];
  return mixed(end, Math.abs(2 * value - 1), ground);
}

/** Colours of classes: those of Okabe and Ito, and two browns; a class has a shape as well. */
export const classColours = [
  [0, 114, 178],
  [222, 110, 20],
  [0, 148, 108],
  [190, 96, 150],
  [200, 150, 0],
  [70, 160, 215],
  [110, 110, 110],
  [150, 60, 40],
  [110, 90, 190],
  [90, 120, 40],
] as const;

/** The colour of a class of which the network is so certain, from 0 to 1. */
export const shadeClass = (which: number, certainty: number, ground: Ground): Colour =>
  mixed(classColours[which % classColours.length] as (typeof classColours)[0], 0.15 + 0.85 * certainty, ground);

function mixed(end: readonly [number, number, number], amount: number, ground: Ground): Colour {
  const part = Number.isNaN(amount) ? 0 : amount * strongest;
  const channel = (i: 0 | 1 | 2): number => Math.round(grounds[ground][i] * (1 - part) + end[i] * part);
  return [channel(0), channel(1), channel(2), 255];
}
