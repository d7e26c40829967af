/** Texts put together in groups of so many, and these likewise, until one is left: parsers die of long chains. */
export function grouped(
  texts: readonly string[],
  longest: number,
  together: (group: readonly string[]) => string,
): string {
  let level = texts;
  do {
    const groups = Math.max(1, Math.ceil(level.length / longest));
    level = Array.from({ length: groups }, (_, g) => together(level.slice(longest * g, longest * (g + 1))));
  } while (level.length > 1);
  return level[0] as string;
}
