import { describe, expect, it } from 'vitest';
import type { LabState } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { handler } from './handler.ts';
import type { Report, Request } from './protocol.ts';

/** A page that keeps what it is told, and shows frames only when it is told to. */
function page() {
  const reports: Report[] = [];
  const waiting: (() => void)[] = [];
  const handle = handler((report) => {
    reports.push(report);
    for (const done of waiting.splice(0)) done();
  });
  const of = <K extends Report['kind']>(kind: K): Extract<Report, { kind: K }>[] =>
    reports.filter((report): report is Extract<Report, { kind: K }> => report.kind === kind);
  /** Waits until so many reports of a kind have come. */
  const heard = async (kind: Report['kind'], count: number): Promise<void> => {
    while (of(kind).length < count) await new Promise<void>((done) => waiting.push(done));
  };
  const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 60));
  const show = async (...requests: Request[]): Promise<Extract<Report, { kind: 'frame' }>['frame']> => {
    const before = of('frame').length;
    for (const request of requests) handle(request);
    handle({ kind: 'seen' });
    await heard('frame', before + 1);
    return (of('frame').at(-1) as Extract<Report, { kind: 'frame' }>).frame;
  };
  return { handle, of, heard, settled, show };
}

const { state } = presets.xor;
const trained = (training: Partial<LabState['training']>): LabState => ({
  ...state,
  training: { ...state.training, ...training },
});

describe('handler', () => {
  it('sends the next frame only after the page has shown the last', async () => {
    const { handle, of, heard, settled, show } = page();
    handle({ kind: 'open', state });
    await heard('frame', 1);
    for (let i = 0; i < 5; i++) handle({ kind: 'advance', steps: 1 });
    await settled();
    expect(of('frame').length).toBe(1);
    expect((await show()).clock.step).toBe(5);
    handle({ kind: 'play', pace: 0 });
    await settled();
    const { length } = of('frame');
    expect(length).toBeLessThanOrEqual(2);
    await settled();
    expect(of('frame').length).toBe(length);
    handle({ kind: 'pause' });
  });

  it('stops playing on pause', async () => {
    const { handle, heard, settled, show } = page();
    handle({ kind: 'open', state });
    handle({ kind: 'play', pace: 0 });
    await heard('frame', 1);
    while ((await show()).clock.step === 0);
    let frame = await show({ kind: 'pause' });
    while (frame.clock.playing) frame = await show();
    await settled();
    const again = await show({ kind: 'view', view: state.view });
    expect(again.clock).toMatchObject({ playing: false, step: frame.clock.step });
    expect(frame.clock.step).toBeGreaterThan(0);
  });

  it('moves by node without a step, by batch with one; goTo and play end the walk', async () => {
    const { handle, heard, show } = page();
    handle({ kind: 'open', state });
    await heard('frame', 1);
    const node = await show({ kind: 'move', unit: 'node', direction: 1 });
    expect([node.clock.step, node.looks.time?.phase, node.looks.time?.place]).toEqual([0, 'forward', 1]);
    expect(node.looks.graph?.current).toMatch(/^node:/);
    const loss = await show(
      { kind: 'move', unit: 'phase', direction: 1 },
      { kind: 'move', unit: 'phase', direction: 1 },
    );
    expect(loss.looks.time?.phase).toBe('loss');
    const next = await show({ kind: 'move', unit: 'batch', direction: 1 });
    expect([next.clock.step, next.looks.time?.phase]).toEqual([1, 'rest']);
    const back = await show({ kind: 'move', unit: 'phase', direction: -1 });
    expect([back.clock.step, back.looks.time?.phase]).toEqual([0, 'backward']);
    expect((await show({ kind: 'goTo', step: 0 })).looks.time?.phase).toBe('rest');
    expect((await show({ kind: 'move', unit: 'epoch', direction: 1 })).clock.epoch).toBe(1);
  });

  it('a weight that is set shows in the next frame, and the walk stays where it is', async () => {
    const { handle, heard, of, show } = page();
    handle({ kind: 'open', state });
    await heard('frame', 1);
    const at = of('frame')[0]?.frame.looks.graph?.outline?.parameters[2] as number;
    await show({ kind: 'move', unit: 'node', direction: 1 });
    const frame = await show({ kind: 'setWeight', index: 2, value: 1.25 });
    expect(frame.looks.graph?.values?.[at]).toBe(1.25);
    expect(frame.looks.time?.phase).toBe('forward');
  });

  it('a network that does not fit is a problem; another state then opens', async () => {
    const { handle, heard, of } = page();
    handle({ kind: 'open', state: { ...state, model: { ...state.model, network: '3 > linear 1 sigmoid' } } });
    await heard('problem', 1);
    expect(of('problem')[0]).toMatchObject({
      part: 'network',
      message: expect.stringMatching(/has 3 inputs, the data has 2/),
    });
    handle({ kind: 'open', state });
    await heard('frame', 1);
    expect(of('opened').length).toBe(1);
  });

  it('a run that diverges is a problem that says so, and the page can go on', async () => {
    const { handle, heard, of, settled, show } = page();
    handle({ kind: 'open', state: trained({ optimizer: 'sgd', loss: 'squaredError', rate: 1e6 }) });
    handle({
      kind: 'open',
      state: { ...presets.sine.state, training: { ...presets.sine.state.training, optimizer: 'sgd', rate: 1e6 } },
    });
    await heard('frame', 1);
    handle({ kind: 'play', pace: 0 });
    await heard('problem', 1);
    expect(of('problem')[0]).toMatchObject({ part: 'run', message: expect.stringMatching(/Lower the learning rate/) });
    await settled();
    expect((await show({ kind: 'view', view: state.view })).clock.playing).toBe(false);
    expect((await show({ kind: 'goTo', step: 0 })).clock.step).toBe(0);
    handle({ kind: 'open', state });
    expect((await show({ kind: 'advance', steps: 3 })).clock.step).toBe(3);
  });
});
