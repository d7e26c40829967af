const names = [
  'ground',
  'raised',
  'sunken',
  'line',
  'edge',
  'ink',
  'faint',
  'plus',
  'minus',
  'accent',
  'mark',
] as const;

/** The page's colours, as they are now. */
export type Palette = Readonly<Record<(typeof names)[number], string>>;

/** Reads the colours that an element has: a canvas does not know the page's variables. */
export function paletteOf(element: HTMLElement): Palette {
  const before = element.style.color;
  const style = getComputedStyle(element);
  const palette = Object.fromEntries(
    names.map((name) => {
      element.style.color = `var(--${name})`;
      return [name, style.color];
    }),
  );
  element.style.color = before;
  return palette as Palette;
}
