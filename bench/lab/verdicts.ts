/** Counts what is not as it must be. */
export interface Verdicts {
  /** What a number must be at most, and whether it is. */
  atMost(value: number, most: number, unit: string): string;
  readonly missed: number;
}

export function verdicts(): Verdicts {
  let missed = 0;
  return {
    atMost: (value, most, unit) => {
      const isMet = value <= most;
      if (!isMet) missed++;
      return `at most ${most} ${unit}: ${isMet ? 'met' : 'MISSED'}`;
    },
    get missed() {
      return missed;
    },
  };
}
