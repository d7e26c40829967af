/** What a number may be. */
export interface Limits {
  readonly least: number;
  readonly most: number;
  /** 1 if it is to be whole. */
  readonly step: number | 'any';
}

/** What is wrong with a text that is to be a number within limits, if anything. */
export function numberTrouble(text: string, { least, most, step }: Limits): string | undefined {
  const value = Number(text);
  const isGood = text.trim() !== '' && value >= least && value <= most && (step !== 1 || Number.isInteger(value));
  const shown = text.trim() === '' ? 'Nothing' : `“${text}”`;
  return isGood ? undefined : `${shown} is not a ${step === 1 ? 'whole ' : ''}number from ${least} to ${most}.`;
}
