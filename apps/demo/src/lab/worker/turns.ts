/** Parts of the page that are shown by turns while a run goes on, so that no frame of the screen has to bear all of it. */
export type Part = 'graph' | 'views' | 'figures';

/** How long a part stays as it is at least, in milliseconds: numbers that change more often cannot be read. */
const periods: Readonly<Record<Part, number>> = { graph: 80, views: 100, figures: 250 };

/** By how much parts are shown less often where the page cannot keep up, at most. */
const mostStrain = 5;

/** Whose turn it is. */
export interface Turns {
  /** The session has changed. */
  touch(): void;
  /** A part is to be shown as soon as it has changed. */
  hurry(part: Part): void;
  /** Parts are shown now, all unless they are named. */
  show(now: number, parts?: readonly Part[]): void;
  /** The part to be shown now, which counts as shown; undefined if none is due. */
  next(now: number): Part | undefined;
  /** What was shown last made the page late, or did not: a page that comes late is shown less. */
  felt(isLate: boolean): void;
  /** From 1, for a page that keeps up, to 5. */
  readonly strain: number;
}

interface Turn {
  isStale: boolean;
  isUrgent: boolean;
  last: number;
}

export function turns(): Turns {
  const states = new Map(
    (Object.keys(periods) as Part[]).map((part): [Part, Turn] => [
      part,
      { isStale: false, isUrgent: false, last: Number.NEGATIVE_INFINITY },
    ]),
  );
  let strain = 1;
  const shown = (turn: Turn, now: number): void => {
    Object.assign(turn, { isStale: false, isUrgent: false, last: now });
  };
  return {
    touch: () => {
      for (const turn of states.values()) turn.isStale = true;
    },
    hurry: (part) => {
      (states.get(part) as Turn).isUrgent = true;
    },
    show: (now, parts = [...states.keys()]) => {
      for (const part of parts) shown(states.get(part) as Turn, now);
    },
    next: (now) => {
      let longest = 1;
      let found: Part | undefined;
      for (const [part, { isStale, isUrgent, last }] of states) {
        const waited = isUrgent ? Number.POSITIVE_INFINITY : (now - last) / (periods[part] * strain);
        if (!isStale || waited < longest) continue;
        longest = waited;
        found = part;
      }
      if (found !== undefined) shown(states.get(found) as Turn, now);
      return found;
    },
    felt: (isLate) => {
      strain = isLate ? Math.min(mostStrain, strain * 1.5) : Math.max(1, strain * 0.97);
    },
    get strain() {
      return strain;
    },
  };
}
