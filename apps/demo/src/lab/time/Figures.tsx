import { numberText } from '../graph/numberText.ts';
import { about, figured } from '../store.ts';

/** How far the run is, and how good the network. */
export function Figures() {
  const { clock, looks } = figured.value ?? {};
  const share = (value: number | undefined): string => {
    if (value === undefined) return '–';
    return about.value?.task === 'regression' ? numberText(value) : `${(100 * value).toFixed(1)} %`;
  };
  const quality = about.value?.task === 'regression' ? 'error' : 'right';
  const loss = looks?.time?.loss;
  const rows: readonly (readonly [string, string])[] = [
    ['step', String(clock?.step ?? 0)],
    ['epoch', String(clock?.epoch ?? 0)],
    ['loss', loss === undefined ? '–' : numberText(loss)],
    [`${quality}, training`, share(looks?.figures?.training)],
    [`${quality}, test`, share(looks?.figures?.test)],
    ['samples / s', clock?.playing ? Math.round(clock.speed).toLocaleString('en') : '–'],
  ];
  return (
    <dl class="time-figures">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
