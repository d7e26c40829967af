import type { Session } from '../run/session.ts';
import { lastFigures } from './figures.ts';
import { dataLabel, runLabel } from './runLabel.ts';

/** A step, and the loss before it. */
export type LossPoint = readonly [step: number, loss: number];
/** A step, and how good the network was after it. */
export type QualityPoint = readonly [step: number, training: number, test: number | undefined];

/** What curves have got since they were last sent. */
export interface NewPoints {
  /** Which run, counted since the page was opened. */
  readonly run: number;
  /** What the run is called. */
  readonly label: string;
  /** What its data are called: runs over others are not compared. */
  readonly data: string;
  /** Whether its quality is an error, so that less is better. */
  readonly isError: boolean;
  readonly losses: Tail<LossPoint>;
  readonly qualities: Tail<QualityPoint>;
}

/** The end of a list: what comes after so many elements of what was sent before. */
export interface Tail<T> {
  readonly from: number;
  readonly points: readonly T[];
}

interface Sent {
  readonly run: number;
  losses: number;
  revision: number;
  qualities: QualityPoint[];
}

const most = 1000;
let runs = 0;
const sent = new WeakMap<Session, Sent>();

/** What the curves of a session have got since the last time; all of it the first time. */
export function newPoints(session: Session): NewPoints {
  let before = sent.get(session);
  if (before === undefined) {
    before = { run: runs++, losses: 0, revision: 0, qualities: [] };
    sent.set(session, before);
  }
  return {
    run: before.run,
    label: runLabel(session.state),
    data: dataLabel(session.state),
    isError: session.data.task === 'regression',
    losses: newLosses(session, before),
    qualities: newQualities(session, before),
  };
}

function newLosses({ started }: Session, before: Sent): Tail<LossPoint> {
  const { points, revision } = started?.losses ?? { points: [], revision: 0 };
  const from = revision === before.revision ? before.losses : 0;
  before.losses = points.length;
  before.revision = revision;
  return { from, points: points.slice(from) };
}

/** The quality is known at each frame; going back to steps that were made adds nothing. */
function newQualities(session: Session, before: Sent): Tail<QualityPoint> {
  const step = session.started?.trainer.steps ?? 0;
  const furthest = session.started?.furthest ?? 0;
  const kept = before.qualities.filter(([at]) => at <= furthest && (at !== step || step !== furthest));
  let from = kept.length;
  if (step === furthest) {
    const { training, test } = lastFigures(session);
    kept.push([step, training, test]);
  }
  if (kept.length > most) {
    before.qualities = kept.filter((_, i) => i % 2 === 0 || i === kept.length - 1);
    from = 0;
  } else before.qualities = kept;
  return { from, points: before.qualities.slice(from) };
}
