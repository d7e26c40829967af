import { openSession, type Session } from '../run/session.ts';
import { LabError } from '../state/labError.ts';
import type { View } from '../state/labState.ts';
import { startedWalk } from '../time/startedWalk.ts';
import { aboutOf } from './aboutOf.ts';
import { answer } from './answer.ts';
import { fetchedOnce } from './fetchedOnce.ts';
import { looksOf } from './looks.ts';
import { type Player, player } from './player.ts';
import type { Report, Request } from './protocol.ts';
import { type Part, turns } from './turns.ts';

/** No more often does the page hear of a run that goes on: 30 times a second. */
const frameTime = 1000 / 30;

/** Networks of more parameters take longer to make ready for training than one should wait for who only looks. */
const mostPrepared = 3000;

/** How long the worker rests between, in milliseconds; a run without a pace only if the page cannot keep up. */
const breath = 4;

/** So long after a weight was written by hand all is shown that has waited for its turn until then, in milliseconds. */
const settling = 200;

const walks = fetchedOnce(() => import('../time/walk.ts'));

/**
 * Answers the page's requests, one after the other. A frame is sent when something has changed and the page has shown the one
 * before, so that a slow page gets fewer frames, never late ones. While a run plays or a weight is dragged, a frame shows a part of
 * the page; when it rests, all.
 */
export function handler(send: (report: Report) => void): (request: Request) => void {
  let session: Session | undefined;
  let view: View | undefined;
  let playing: Player | undefined;
  let furthest = 0;
  let isSeen = true; // whether the page has shown the last frame
  let isWhole = false; // whether all that is visible is to be shown anew
  let settled: ReturnType<typeof setTimeout> | undefined;
  const turn = turns();
  let lastFrame = 0;
  let last: Promise<unknown> = Promise.resolve();

  const problem = (error: unknown): void => {
    playing = undefined;
    isWhole = true;
    const part = error instanceof LabError ? error.part : 'run';
    send({ kind: 'problem', part, message: (error as Error).message });
  };

  /** What is to be shown now: of a run one part; of a weight that is dragged graph and views together, whenever it has moved. */
  const partsDue = (now: number): readonly Part[] => {
    const due = turn.due(now);
    if (playing !== undefined) return due.slice(0, 1);
    return due.includes('graph') ? [...new Set<Part>(['graph', 'views', ...due])] : [];
  };

  const showFrame = async (): Promise<void> => {
    if (session === undefined || view === undefined || !isSeen) return;
    const now = performance.now();
    if (playing !== undefined && now - lastFrame < frameTime) return;
    const parts = isWhole ? undefined : partsDue(now);
    if (parts?.length === 0) return;
    turn.show(now, parts);
    lastFrame = now;
    isWhole = false;
    const run = session.started?.trainer;
    const step = run?.steps ?? 0;
    furthest = Math.max(furthest, step);
    const speed = playing?.speed() ?? 0;
    const clock = { step, epoch: run?.epoch ?? 0, playing: playing !== undefined, speed, furthest };
    const looks = await looksOf(session, view, parts);
    isSeen = false;
    const isUnfinished = looks.graph?.isUnfinished ?? false;
    isWhole ||= isUnfinished;
    // a drawing of the same network may come before the rest
    const isPart = parts !== undefined || (isUnfinished && looks.graph?.outline === undefined);
    send({ kind: 'frame', frame: { clock, looks, isPart } });
  };

  /** Shows a weight that is dragged at once where it is, and all that follows from it by turns; when it rests, all. */
  const drag = (): void => {
    turn.touch();
    turn.hurry('graph');
    clearTimeout(settled);
    settled = setTimeout(() => {
      isWhole = true;
      last = last.then(showFrame).catch(problem);
    }, settling);
  };

  /** Makes what trains a moment after the first frame, so that who plays or drags a weight need not wait for it. */
  const prepare = (its: Session): void => {
    if (prepared === its) return;
    prepared = its;
    setTimeout(() => {
      last = last.then(async () => {
        if (its !== session || its.started !== undefined) return;
        if (its.model.parameters.length > mostPrepared) {
          await import('../run/runner.ts');
          return;
        }
        await its.runner();
        if (view !== undefined) await looksOf(its, view, ['views']); // what it looks at is compiled as well
      });
      last = last.catch(() => {}); // who needs it then is told why it is not there
    }, 500);
  };
  let prepared: Session | undefined;

  const serve = async (request: Request): Promise<void> => {
    if (request.kind === 'seen') {
      isSeen = true;
      if (request.isLate !== undefined) turn.felt(request.isLate);
      if (session !== undefined) prepare(session);
    } else if (request.kind === 'open') {
      playing = undefined;
      session = undefined;
      furthest = 0;
      view = request.state.view;
      session = await openSession(request.state);
      send({ kind: 'opened', about: aboutOf(session) });
      isWhole = true;
    } else if (request.kind === 'view') {
      view = request.view;
      isWhole = true;
    } else if (request.kind === 'pause') {
      playing = undefined;
      isWhole = true;
    } else if (request.kind === 'ask') send(await answer(session, request));
    else if (session !== undefined) {
      const run = await session.runner();
      if (request.kind !== 'move' && request.kind !== 'setWeight') startedWalk(session)?.stop();
      if (request.kind === 'play') playing = player(request.pace);
      else if (request.kind === 'advance') run.advance(request.steps);
      else if (request.kind === 'goTo') run.goTo(request.step);
      else if (request.kind === 'move') {
        playing = undefined;
        await (await walks()).walkOf(session).move(request.unit, request.direction);
      } else session.setWeight(request.index, request.value);
      if (request.kind === 'setWeight') drag();
      else isWhole = true;
    }
  };

  const loop = async (): Promise<void> => {
    try {
      if (playing !== undefined && session !== undefined && (await playing.advance(session))) turn.touch();
    } catch (error) {
      problem(error);
    }
    await showFrame();
  };
  /** Goes on playing between requests. */
  const tick = (): void => {
    last = last.then(loop).then(() => {
      if (playing !== undefined) setTimeout(tick, playing.pace === 0 ? breath * (turn.strain - 1) : breath);
      else isTicking = false;
    });
  };
  let isTicking = false;

  return (request) => {
    last = last
      .then(() => serve(request))
      .catch(problem)
      .then(showFrame)
      .catch(problem);
    last.then(() => {
      if (playing === undefined || isTicking) return;
      isTicking = true;
      tick();
    });
  };
}
