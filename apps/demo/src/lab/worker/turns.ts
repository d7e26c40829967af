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
  /** The parts to be shown now; the one that has waited longest comes first. */
  due(now: number): readonly Part[];
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
    due: (now) => {
      const waited = (part: Part): number => {
        const { isStale, isUrgent, last } = states.get(part) as Turn;
        if (!isStale) return 0;
        return isUrgent ? Number.POSITIVE_INFINITY : (now - last) / (periods[part] * strain);
      };
      const found = [...states.keys()].filter((part) => waited(part) >= 1);
      return found.sort((a, b) => (waited(a) < waited(b) ? 1 : -1));
    },
    felt: (isLate) => {
      strain = isLate ? Math.min(mostStrain, strain * 1.5) : Math.max(1, strain * 0.97);
    },
    get strain() {
      return strain;
    },
  };
}
