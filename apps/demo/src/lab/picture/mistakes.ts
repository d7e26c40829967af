import { predicted } from '../run/predicted.ts';
import type { Session } from '../run/session.ts';
import { likeliest } from './likeliest.ts';

/** Images that the network takes for another class. */
export interface Mistakes {
  /** Whether the images were kept away from training. */
  readonly of: 'test' | 'training';
  readonly rows: number;
  readonly wrong: number;
  /** Pixels of a side. */
  readonly side: number;
  readonly images: readonly Misread[];
}

export interface Misread {
  readonly row: number;
  readonly pixels: Float32Array;
  readonly predicted: number;
  readonly actual: number;
  readonly certainty: number;
}

/** No more images are shown. */
const most = 40;

/** The images that are misread, of those that were kept away from training if there are any. */
export function mistakes(session: Session): Mistakes {
  const { data } = session;
  const of = data.test.count > 0 ? 'test' : 'training';
  const { inputs, target, count } = data[of];
  const columns = predicted(session, data[of]);
  const images: Misread[] = [];
  let wrong = 0;
  for (let row = 0; row < count; row++) {
    const actual = target[row] as number;
    const { which, certainty } = likeliest(columns, row);
    if (which === actual) continue;
    wrong++;
    if (images.length < most) {
      const pixels = Float32Array.from(inputs, (column) => column[row] as number);
      images.push({ row, pixels, predicted: which, actual, certainty });
    }
  }
  return { of, rows: count, wrong, side: Math.sqrt(inputs.length), images };
}
