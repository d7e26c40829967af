/** Counts what could be compared, so that a test cannot pass by comparing nothing. */
export interface Tally {
  /** Notes whether something could be, and gives it back. */
  compare(found: boolean): boolean;
  /** The share of what could be. */
  share(): number;
}

export function tally(): Tally {
  let [compared, all] = [0, 0];
  return {
    compare: (found) => {
      all++;
      if (found) compared++;
      return found;
    },
    share: () => compared / all,
  };
}
