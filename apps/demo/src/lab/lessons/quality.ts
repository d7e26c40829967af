import type { Seen } from './lesson.ts';

/** Whether so many steps are made, and the rows that are trained on are right: that share of them. */
export const isRight = ({ frame: { clock, looks } }: Seen, share: number): boolean =>
  clock.step > 0 && (looks.figures?.training ?? 0) >= share;

/** Whether steps are made, and the predicted numbers are that close. */
export const isClose = ({ frame: { clock, looks } }: Seen, error: number): boolean =>
  clock.step > 0 && (looks.figures?.training ?? Infinity) <= error;
