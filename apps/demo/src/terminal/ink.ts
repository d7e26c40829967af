/** Text in a colour or weight. */
type Style = (text: string) => string;

/** The styles of the story; each gives its text back unchanged where colour is not welcome. */
export interface Ink {
  readonly bold: Style;
  readonly dim: Style;
  readonly code: Style;
  readonly right: Style;
  readonly wrong: Style;
}

export function inkFor(colour: boolean): Ink {
  const style =
    (codes: string): Style =>
    (text) =>
      colour && text !== '' ? `\x1b[${codes}m${text}\x1b[0m` : text;
  return { bold: style('1'), dim: style('2'), code: style('36'), right: style('32'), wrong: style('1;31') };
}
