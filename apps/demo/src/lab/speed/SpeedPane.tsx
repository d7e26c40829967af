import { useEffect } from 'preact/hooks';
import { contenders } from '../run/contenders.ts';
import { about } from '../store.ts';
import type { Work } from './measure.ts';
import { race, start, stop } from './race.ts';
import type { Rate } from './rates.ts';
import './speed.css';

const works: Readonly<Record<Work, string>> = { predict: 'Predict rows', train: 'Train' };

/** The engines side by side, on the open network. */
export default function SpeedPane() {
  useEffect(() => stop, []);
  const { of, work, isOn, rounds, rates } = race.value;
  const shown = of === about.value ? rates : [];
  const fastest = Math.max(1, ...shown.map((rate) => (typeof rate === 'number' ? rate : 0)));
  const [reference] = shown;
  return (
    <div class="speed">
      <div class="speed-head">
        <h2>How fast is it?</h2>
        <fieldset class="speed-works">
          <legend class="unseen">What is measured</legend>
          {Object.entries(works).map(([name, title]) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === work}
              onClick={() => {
                if (isOn) void start(name as Work);
                else race.value = { ...race.value, of: undefined, work: name as Work, rates: [] };
              }}
            >
              {title}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          class={isOn ? 'speed-go' : 'speed-go primary'}
          disabled={about.value === undefined}
          onClick={() => (isOn ? stop() : void start(work))}
        >
          {isOn ? 'Stop' : 'Measure'}
        </button>
      </div>
      <table class="speed-table">
        <caption class="unseen">Samples a second, by engine</caption>
        <thead>
          <tr>
            <th scope="col">Engine</th>
            <th scope="col" class="number">
              Samples a second
            </th>
            <th scope="col" class="number">
              × interpreter
            </th>
          </tr>
        </thead>
        <tbody>
          {contenders.map(({ name }, i) => (
            <Line key={name} name={name} rate={shown[i]} fastest={fastest} reference={reference} />
          ))}
        </tbody>
      </table>
      <p class="faint">
        {shown.length === 0
          ? 'Each engine runs the open network in turns of a fortieth of a second, with the weights that its seed draws; your run stays as it is.'
          : `${rounds} ${rounds === 1 ? 'round' : 'rounds'}; a figure is the median of the last 41.`}
      </p>
      <Limits />
    </div>
  );
}

interface LineProps {
  readonly name: string;
  readonly rate: Rate;
  readonly fastest: number;
  readonly reference: Rate;
}

function Line({ name, rate, fastest, reference }: LineProps) {
  if (typeof rate === 'object')
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={2} class="faint">
          {rate.obstacle}
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">
        {name}
        <span class="speed-track" aria-hidden="true">
          <span class="speed-bar" style={{ inlineSize: `${(100 * (rate ?? 0)) / fastest}%` }} />
        </span>
      </th>
      <td class="number">{rate === undefined ? '–' : Number(rate.toPrecision(3)).toLocaleString('en')}</td>
      <td class="number">
        {rate === undefined || typeof reference !== 'number' ? '–' : (rate / reference).toPrecision(2)}
      </td>
    </tr>
  );
}

/** What the machine and the browser set, whatever the engine. */
function Limits() {
  const cores = navigator.hardwareConcurrency;
  return (
    <section class="speed-limits">
      <h3>What holds here</h3>
      <ul>
        <li>
          One core{cores > 1 ? ` of the ${cores} that the browser reports` : ''}: threads need memory that pages share,
          and hosts must allow that.
        </li>
        <li>WebAssembly computes 2 numbers of 64 bits, or 4 of 32, at once: its vectors have 128 bits.</li>
        <li>While the network plays, both share that core: pause it for the best figures.</li>
        <li>Small networks are bound by what each call costs, large ones by arithmetic.</li>
      </ul>
    </section>
  );
}
