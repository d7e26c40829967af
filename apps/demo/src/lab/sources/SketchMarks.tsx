import type { PresetName } from '../state/labState.ts';
import { sketches } from './sketches.ts';

/** The points or pixels of a preset's drawing. */
export default function SketchMarks({ name }: { name: PresetName }) {
  const text = sketches[name];
  return name === 'digits' ? <Digit pixels={text} /> : <Dots text={text} />;
}

const marks = [
  (x: number, y: number) => `M${x - 3},${y - 3}h6v6h-6z`,
  (x: number, y: number) => `M${x - 3.4},${y}a3.4,3.4 0 1,0 6.8,0a3.4,3.4 0 1,0 -6.8,0`,
  (x: number, y: number) => `M${x},${y - 4}l4,7h-8z`,
] as const;

function Dots({ text }: { text: string }) {
  const points = text.match(/\d{5}/g) ?? [];
  return marks.map((mark, k) => {
    const outline = points
      .filter((point) => point[4] === String(k))
      .map((point) => mark(5.5 + Number(point.slice(0, 2)), 74 - 0.69 * Number(point.slice(2, 4))))
      .join('');
    return outline === '' ? null : <path key={mark} class={`sources-mark-${k}`} d={outline} />;
  });
}

function Digit({ pixels }: { pixels: string }) {
  return Array.from(pixels, (pixel, i) => (
    <rect
      key={i}
      class="sources-pixel"
      x={19 + 9 * (i % 8)}
      y={4 + 9 * Math.floor(i / 8)}
      width="9"
      height="9"
      opacity={Number.parseInt(pixel, 17) / 16}
    />
  ));
}
