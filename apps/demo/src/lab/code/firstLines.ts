/** More is shown only when it is asked for: a page is slow to lay it out. */
const most = { characters: 16_000, lines: 300 };

/** The lines of a text, and how many characters are left out; all of them if the whole is wanted. */
export function firstLines(
  text: string,
  isWhole: boolean,
): { readonly lines: readonly string[]; readonly left: number } {
  const all = text.endsWith('\n') ? text.slice(0, -1) : text;
  if (isWhole) return { lines: all.split('\n'), left: 0 };
  const lines = all.slice(0, most.characters).split('\n').slice(0, most.lines);
  const shown = lines.reduce((length, line) => length + line.length + 1, -1);
  return { lines, left: all.length - shown };
}
