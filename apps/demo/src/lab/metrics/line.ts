/** A curve of a chart. */
export interface Line {
  readonly label: string;
  readonly xs: readonly number[];
  readonly ys: readonly (number | null)[];
  /** The name of a colour of the page, such as `--plus`. */
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
  /** Drawn weakly, behind others. */
  readonly isFaint?: boolean;
}

/** How the curve of a run before looks; no two of the last ten look alike. */
export const pastLook = (number: number): Pick<Line, 'colour' | 'dash'> =>
  pastLooks[number % pastLooks.length] as (typeof pastLooks)[0];

const pastLooks: readonly Pick<Line, 'colour' | 'dash'>[] = [
  [6, 4],
  [2, 3],
].flatMap((dash) => ['--past-0', '--past-1', '--past-2', '--past-3', '--past-4'].map((colour) => ({ colour, dash })));
