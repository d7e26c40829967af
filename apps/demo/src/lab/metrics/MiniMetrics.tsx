import { about, figured } from '../store.ts';
import { short } from './figureText.ts';
import { qualityWords } from './qualityWords.ts';
import { everyNth } from './runs.ts';
import { shownRuns } from './shownRuns.ts';
import { sparkPath } from './sparkPath.ts';
import './mini.css';

const [width, height] = [88, 32];

/** Loss and quality at a glance, whatever else is looked at. */
export function MiniMetrics() {
  const figures = figured.value?.looks.figures;
  if (about.value === undefined || figures === undefined) return null;
  const losses = shownRuns.value.current?.losses ?? [];
  const words = qualityWords(about.value, figures);
  const last = losses.at(-1)?.[1];
  return (
    <div class="mini">
      <svg viewBox={`-2 -2 ${width + 4} ${height + 4}`} aria-hidden="true">
        <path
          d={sparkPath(
            everyNth(losses, 100).map(([, loss]) => loss),
            width,
            height,
          )}
        />
      </svg>
      <p>
        <span class="faint">Loss</span>
        <strong>{last === undefined ? '–' : short(last)}</strong>
      </p>
      <p>
        <strong title={words.rows}>{words.network}</strong>
        <span class="faint">{words.baseline}</span>
      </p>
    </div>
  );
}
