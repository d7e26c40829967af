import { signal } from '@preact/signals';
import { contenders } from '../run/contenders.ts';
import { about, ask, milestone } from '../store.ts';
import type { About } from '../worker/protocol.ts';
import type { Work } from './measure.ts';
import { type Rate, rates } from './rates.ts';

/** What is or was measured, of what, and how fast each engine is. */
export const race = signal<{
  readonly of: About | undefined;
  readonly work: Work;
  readonly isOn: boolean;
  readonly rounds: number;
  readonly rates: readonly Rate[];
}>({ of: undefined, work: 'predict', isOn: false, rounds: 0, rates: [] });

/** The engines take turns, a moment each, until `stop` or until something else is open. */
export async function start(work: Work): Promise<void> {
  const of = about.value;
  const seen = rates();
  race.value = { of, work, isOn: true, rounds: 0, rates: [] };
  const isOn = (): boolean => race.value.isOn && race.value.of === of && race.value.work === work;
  for (let round = 1; isOn(); round++) {
    for (const contender of contenders.keys()) {
      if (!isOn()) return;
      seen.add(contender, await ask('measure', { work, contender }).catch(({ message }) => ({ obstacle: message })));
      if (!isOn()) return;
      if (of !== about.value) return stop();
      race.value = { ...race.value, rounds: round, rates: Array.from(contenders.keys(), seen.of) };
    }
    if (round === 3) milestone.value = 'The engines are measured; the figures go on improving.';
  }
}

export function stop(): void {
  race.value = { ...race.value, isOn: false };
}
