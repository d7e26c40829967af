import type { Line } from './line.ts';

/** Which curve is which. */
export function Swatches({ lines }: { lines: readonly Line[] }) {
  return (
    <ul class="metrics-swatches">
      {lines.map((line) => (
        <li key={line.label}>
          <Swatch {...line} /> {line.label}
        </li>
      ))}
    </ul>
  );
}

/** A piece of a curve, with its colour and dash. */
export function Swatch({ colour, width, dash, isFaint }: Pick<Line, 'colour' | 'width' | 'dash' | 'isFaint'>) {
  return (
    <svg class="metrics-swatch" viewBox="0 0 28 8" aria-hidden="true">
      <line
        x1="0"
        x2="28"
        y1="4"
        y2="4"
        style={{ stroke: `var(${colour})` }}
        stroke-width={width}
        stroke-dasharray={dash.join(' ')}
        opacity={isFaint ? 0.35 : 1}
      />
    </svg>
  );
}
