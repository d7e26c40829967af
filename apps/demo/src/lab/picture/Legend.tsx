import { framed } from '../store.ts';
import type { Grid } from './grid.ts';
import { ground } from './ground.ts';
import { Mark } from './Mark.tsx';
import { shade } from './shade.ts';
import { shortNumber } from './shortNumber.ts';

/** Which mark is of which class, what the colours of the field say, and what is filled. */
export function Legend({ grid }: { grid?: Grid }) {
  const { classes = [], task, targetName, rows } = framed.value ?? {};
  const isTwo = task === 'binary';
  return (
    <div class="picture-legend">
      {task !== 'regression' && (
        <ul>
          {classes.map((name, i) => (
            <li key={name}>
              <Mark which={i} isTwo={isTwo} /> {isTwo && /^\d+$/.test(name) ? `${targetName} ${name}` : name}
            </li>
          ))}
        </ul>
      )}
      {(rows?.test ?? 0) > 0 && (
        <ul class="faint">
          <li>
            <Mark /> trained on
          </li>
          <li>
            <Mark isFilled={false} /> kept for the test
          </li>
        </ul>
      )}
      {grid !== undefined && grid.classes === undefined && <Scale grid={grid} />}
      {grid?.classes !== undefined && <p class="faint">The stronger the colour, the more certain the network.</p>}
    </div>
  );
}

const places = [0, 0.25, 0.5, 0.75, 1];

function Scale({ grid: { scale } }: { grid: Grid }) {
  const stops = places.map((place) => `rgb(${shade(place, ground.value).slice(0, 3)})`).join(', ');
  const [low, high] = scale?.map(shortNumber) ?? ['0', '1'];
  const { classes = [], targetName = '' } = framed.value ?? {};
  return (
    <div class="picture-scale">
      <span>{low}</span>
      <span class="picture-bar" style={{ background: `linear-gradient(to right, ${stops})` }} />
      <span>{high}</span>
      <span class="faint">
        {scale === undefined ? `probability of ${targetName} ${classes[1] ?? '1'}` : targetName}
      </span>
    </div>
  );
}
