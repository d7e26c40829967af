/**
 * A picture in a terminal with 256 colours. Each character is two pixels, one above the other: ▀ has a colour of its own for its
 * upper half and for what is behind it, █ is two pixels of one colour, and a last line of upper halves stays open below.
 */
export function halfBlocks(pixels: readonly (readonly number[])[]): string[] {
  const lines: string[] = [];
  for (let r = 0; r < pixels.length; r += 2) lines.push(blockLine(pixels[r] as readonly number[], pixels[r + 1]));
  return lines;
}

function blockLine(upper: readonly number[], lower: readonly number[] | undefined): string {
  let line = '';
  let last = '';
  upper.forEach((above, c) => {
    const below = lower?.[c];
    const codes = below === undefined || below === above ? `38;5;${above}` : `38;5;${above};48;5;${below}`;
    if (codes !== last) line += `\x1b[0;${codes}m`;
    line += below === above ? '█' : '▀';
    last = codes;
  });
  return `${line}\x1b[0m`;
}
