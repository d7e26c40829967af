/** Text as lines of at most `width` characters, broken at spaces; a no-break space becomes a space that holds together. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) => part.replaceAll('\u00a0', ' '));
}

/** A line cut to `width` characters, with … in the place of what is missing. */
export function clip(line: string, width: number): string {
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}
