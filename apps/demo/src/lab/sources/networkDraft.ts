import { computed, effect, signal } from '@preact/signals';
import type { checkFit } from '../network/fit.ts';
import { type NetworkText, parseNetwork, printNetwork } from '../network/grammar.ts';
import { LabError } from '../state/labError.ts';
import { about, change, state } from '../store.ts';

/** What was typed, and over which network. */
const draft = signal<{ readonly text: string; readonly over: string } | undefined>(undefined);

/** Tells whether a network fits the data; fetched when something is typed. */
const fit = signal<typeof checkFit | undefined>(undefined);

async function fetchFit(): Promise<void> {
  fit.value ??= (await import('../network/fit.ts')).checkFit;
}

/** What is typed, while it is not what runs. */
const typed = computed(() => draft.value?.text);

/** Another network from elsewhere takes the place of what is typed. */
effect(() => {
  const { network } = state.value.model;
  if (draft.peek() !== undefined && draft.peek()?.over !== network) draft.value = undefined;
});

/** The text in the field. */
export const networkText = computed(() => typed.value ?? state.value.model.network);

/** The network that is edited, or what is wrong with its text. */
const reading = computed<{ network: NetworkText } | { trouble: string }>(() => {
  try {
    const network = parseNetwork(networkText.value);
    if (about.value !== undefined) fit.value?.(network, about.value);
    return { network };
  } catch (error) {
    if (error instanceof LabError) return { trouble: error.message };
    throw error;
  }
});

/** What is wrong with what is typed; what ran before goes on. */
export const networkTrouble = computed(() =>
  typed.value !== undefined && 'trouble' in reading.value ? reading.value.trouble : undefined,
);

/** The network that runs, if its text can be read. */
export const runningNetwork = computed<NetworkText | undefined>(() => {
  try {
    return parseNetwork(state.value.model.network);
  } catch {
    return undefined;
  }
});

const pause = 500;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Takes what is typed; it runs a moment after the last key if it is good. */
export function type(text: string): void {
  draft.value = { text, over: state.value.model.network };
  fetchFit();
  clearTimeout(waiting);
  waiting = setTimeout(take, pause);
}

/** Runs what is typed if it is good, at once. */
export async function take(): Promise<void> {
  clearTimeout(waiting);
  if (typed.value !== undefined) await fetchFit();
  if (typed.value === undefined || !('network' in reading.value)) return;
  const next = printNetwork(reading.value.network);
  draft.value = undefined;
  if (next !== state.value.model.network) setNetwork(next);
}

/** Gives up what is typed. */
export function giveUp(): void {
  clearTimeout(waiting);
  draft.value = undefined;
}

/** Edits the network that runs. */
export function edit(how: (network: NetworkText) => NetworkText): void {
  if (runningNetwork.value === undefined) return;
  giveUp();
  setNetwork(printNetwork(how(runningNetwork.value)));
}

const setNetwork = (network: string): void => change({ model: { ...state.value.model, network } });
