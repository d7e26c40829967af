import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { later } from '../page/later.tsx';
import { frame, isPlaying, milestone, play, reset, setPace, state, tell } from '../store.ts';
import type { Direction } from './cursor.ts';
import { Figures } from './Figures.tsx';
import { Scrubber } from './Scrubber.tsx';
import { type Unit, units } from './units.ts';
import './time.css';

const Cards = later(() => import('./Cards.tsx'));

const paces = [1, 5, 20, 60, 200, 500, 1000, 2000];

const toggle = (): void => {
  if (isPlaying.value) tell({ kind: 'pause' });
  else play();
  milestone.value = isPlaying.value ? 'Paused.' : 'Playing.';
};

/** Where Space does something else. */
const fields = 'input, select, textarea, button, summary, a, [role="treeitem"], [role="tab"], [contenteditable]';

/** Time: the run goes on, back, and step by step. */
export default function TimePane() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || event.ctrlKey || event.altKey || event.metaKey) return;
      if ((event.target as HTMLElement).closest?.(fields)) return;
      event.preventDefault();
      toggle();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const isOpen = useSignal(false); // on narrow screens only: elsewhere all is shown
  const { pace } = state.value.training;
  const hasCards = (frame.value?.looks.time?.cards.length ?? 0) > 0;
  return (
    <div class="time" data-open={isOpen}>
      <div class="time-bar">
        <button type="button" class="primary time-play" onClick={toggle}>
          <span aria-hidden="true">{isPlaying.value ? '❚❚' : '▶'}</span> {isPlaying.value ? 'Pause' : 'Play'}
        </button>
        <button type="button" onClick={reset}>
          Reset
        </button>
        <label class="time-pace">
          <span>Steps a second</span>{' '}
          <select value={pace} onChange={({ currentTarget }) => setPace(Number(currentTarget.value))}>
            {[...new Set([...paces, pace])]
              .filter((each) => each > 0)
              .sort((a, b) => a - b)
              .map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            <option value={0}>as many as it can</option>
          </select>
        </label>
        <button
          type="button"
          class="time-toggle"
          aria-expanded={isOpen}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          Steps
        </button>
        <Figures />
      </div>
      <div class="time-more">
        <Scrubber />
        <fieldset class="time-steps" aria-label="Step by step">
          {units.map((unit) => (
            <div key={unit} class="time-step">
              <Step unit={unit} direction={-1} />
              <span>{unit}</span>
              <Step unit={unit} direction={1} />
            </div>
          ))}
          <Where />
        </fieldset>
        {hasCards && <Cards />}
      </div>
    </div>
  );
}

function Step({ unit, direction }: { readonly unit: Unit; readonly direction: Direction }) {
  return (
    <button
      type="button"
      aria-label={`One ${unit} ${direction === 1 ? 'on' : 'back'}`}
      onClick={() => tell({ kind: 'move', unit, direction })}
    >
      {direction === 1 ? '›' : '‹'}
    </button>
  );
}

const phases = { rest: '', forward: 'forward', loss: 'loss', backward: 'backward', update: 'update' } as const;

/** Where in a step of training one is. */
function Where() {
  const time = frame.value?.looks.time;
  if (time === undefined || time.phase === 'rest')
    return <span class="faint">Step by node, or select a weight or a unit, to see the chain rule in numbers.</span>;
  const { phase, sample, samples, place, places } = time;
  return (
    <span class="time-where">
      <strong>{phases[phase]}</strong> {place} of {places}
      {phase !== 'update' && `, sample ${sample + 1} of ${samples} in the batch`}
    </span>
  );
}
