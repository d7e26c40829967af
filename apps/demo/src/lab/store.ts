import { batch, computed, signal } from '@preact/signals';
import { seen } from './page/seen.ts';
import { fromAddress, longestAddress, toAddress } from './state/address.ts';
import { LabError, type Part } from './state/labError.ts';
import type { LabState, View } from './state/labState.ts';
import { presets } from './state/presets.ts';
import { client } from './worker/client.ts';
import { joined } from './worker/joined.ts';
import type { About, Frame, Report, Request } from './worker/protocol.ts';

/** What is set; everything on the page follows from it and from what the worker says of it. */
export const state = signal<LabState>(presets.xor.state);
/** What the worker says of the open state, once it has opened it. */
export const about = signal<About | undefined>(undefined);
/** What the worker showed last. */
export const frame = signal<Frame | undefined>(undefined);
/** The same as it was when figures last came: they are written less often than pictures are drawn. */
export const figured = signal<Frame | undefined>(undefined);
/** What the frame is about: a state that is opened is told of before its first frame comes. */
export const framed = signal<About | undefined>(undefined);
/** What cannot be used, and why. */
export const problem = signal<{ readonly part: Part | 'run'; readonly message: string } | undefined>(undefined);
/** What a screen reader is told: milestones only. */
export const milestone = signal('');
/** The key of the node under the pointer, in whichever pane. */
export const hovered = signal<string | undefined>(undefined);
/** Whether the first picture is on the screen, or why there is none: what can wait is fetched then. */
export const isShown = signal(false);

export const clock = computed(() => frame.value?.clock);
export const isPlaying = computed(() => clock.value?.playing ?? false);

const worker = client(listen);
export const { ask } = worker;

function listen(report: Report): void {
  if (report.kind === 'frame') {
    batch(() => {
      frame.value = joined(frame.peek(), report.frame);
      framed.value = about.peek();
      if (!report.frame.isPart || report.frame.looks.figures !== undefined) figured.value = frame.value;
    });
    const tell = (isLate: boolean | undefined): void => worker.send({ kind: 'seen', isLate });
    // what a drawing comes before is made once that is on the screen
    seen(report.frame.looks.graph?.isUnfinished ? (isLate) => setTimeout(tell, 0, isLate) : tell);
  } else if (report.kind === 'opened') {
    batch(() => {
      about.value = report.about;
      if (problem.value?.part !== 'address') problem.value = undefined; // that is of what was not opened
    });
  } else if (report.kind === 'problem') {
    batch(() => {
      if (report.part !== 'run') about.value = framed.value = frame.value = figured.value = undefined; // nothing is open
      problem.value = report;
      milestone.value = report.message;
      isShown.value = true;
    });
  }
}

/** Opens another state: the run starts anew. */
export function open(next: LabState): void {
  state.value = next;
  worker.send({ kind: 'open', state: next });
  remember();
}

/** Changes parts of the state that the run depends on: it starts anew, without the weights it has. */
export function change(parts: Partial<Pick<LabState, 'data' | 'model' | 'training'>>): void {
  const { weights, ...rest } = state.value;
  open({ ...rest, ...parts });
}

/** Changes what is looked at; the run goes on. */
export function look(parts: Partial<View>): void {
  const view = { ...state.value.view, ...parts };
  state.value = { ...state.value, view };
  worker.send({ kind: 'view', view });
  remember();
}

/** Changes how fast the run plays; it goes on. */
export function setPace(pace: number): void {
  state.value = { ...state.value, training: { ...state.value.training, pace } };
  if (isPlaying.value) worker.send({ kind: 'play', pace });
  remember();
}

type Run = Exclude<Request, { kind: 'open' | 'view' | 'seen' | 'ask' | 'play' }>;

/** Tells the run what to do. */
export const tell = (request: Run): void => worker.send(request);

export const play = (): void => worker.send({ kind: 'play', pace: state.value.training.pace });

/** From the first step again, with the weights that the seed draws. */
export const reset = (): void => change({});

/** The state with the weights as they are now. */
export const snapshot = async (): Promise<LabState> => ({ ...state.value, weights: await ask('weights', undefined) });

const storageKey = 'chainrule-lab';
let saving: ReturnType<typeof setTimeout> | undefined;

/** Writes the state into the address, if it is not too long for one, and the browser's storage, a moment later. */
function remember(): void {
  clearTimeout(saving);
  saving = setTimeout(async () => {
    const { weights, ...settings } = state.value;
    const address = await toAddress(settings);
    history.replaceState(null, '', address.length <= longestAddress ? address : location.pathname + location.search);
    try {
      localStorage.setItem(storageKey, JSON.stringify(settings));
    } catch {
      // storage may be full or forbidden: the address still has the state
    }
  }, 300);
}

/** Opens what the address says, else what was saved last, else XOR. */
export async function begin(): Promise<void> {
  let first: LabState | undefined;
  let trouble: LabError | undefined;
  try {
    first = await fromAddress(location.hash);
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    trouble = error;
  }
  open(first ?? (trouble === undefined ? await saved() : undefined) ?? presets.xor.state);
  if (trouble !== undefined) problem.value = { part: trouble.part, message: trouble.message };
}

/** Opens what this end of an address says; what is open stays if it says nothing that can be used. */
export async function openAddress(hash: string): Promise<void> {
  try {
    const next = await fromAddress(hash);
    problem.value = undefined;
    if (next !== undefined) open(next);
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    problem.value = { part: error.part, message: error.message };
  }
}

async function saved(): Promise<LabState | undefined> {
  try {
    const text = localStorage.getItem(storageKey);
    if (text === null) return undefined;
    return (await import('./state/parseState.ts')).parseState(JSON.parse(text), 'file');
  } catch {
    return undefined; // of an older version, or no storage
  }
}
