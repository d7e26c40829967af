import { framed } from '../store.ts';
import type { Range } from './grid.ts';
import { ground } from './ground.ts';
import { InNumbers } from './InNumbers.tsx';
import { Legend } from './Legend.tsx';
import { drawMark, markColour, markPath } from './marks.ts';
import { PairsTable } from './PairsTable.tsx';
import type { Pairs } from './picture.ts';
import { shortNumber } from './shortNumber.ts';
import { useDrawing } from './useDrawing.ts';

/** Predicted against true numbers: on the diagonal they are equal. */
export default function ScatterPicture({ range, training, test }: { range: Range; training: Pairs; test: Pairs }) {
  const { targetName = '' } = framed.value ?? {};
  const now = ground.value;
  const [low, high] = range;
  const canvas = useDrawing(
    (context, width, height) => {
      const place = (value: number): number => (value - low) / (high - low);
      context.strokeStyle = now === 'dark' ? '#7b8494' : '#857f72';
      context.setLineDash([5, 4]);
      context.beginPath();
      context.moveTo(0, height);
      context.lineTo(width, 0);
      context.stroke();
      context.setLineDash([]);
      for (const set of [test, training])
        set.actual.forEach((actual, i) => {
          const path = markPath(1, place(actual) * width, height * (1 - place(set.predicted[i] as number)), 3.5);
          drawMark(context, path, { colour: markColour(1, true, now), isFilled: set === training, ground: now });
        });
    },
    [training, test, now, low, high],
  );
  const shown = test.actual.length > 0 ? test : training;
  return (
    <div class="picture">
      <figure class="picture-figure">
        <div class="picture-plane">
          <canvas
            ref={canvas}
            class="picture-curve"
            role="img"
            aria-label={`Predicted against true ${targetName}, from ${shortNumber(low)} to ${shortNumber(high)}; on the diagonal they are equal.`}
          />
        </div>
        <div class="picture-up" aria-hidden="true">
          <span>{shortNumber(high)}</span>
          <span class="picture-axis">predicted</span>
          <span>{shortNumber(low)}</span>
        </div>
        <div class="picture-across" aria-hidden="true">
          <span>{shortNumber(low)}</span>
          <span class="picture-axis">true {targetName}</span>
          <span>{shortNumber(high)}</span>
        </div>
      </figure>
      <Legend />
      <InNumbers table={() => <PairsTable pairs={shown} />} />
    </div>
  );
}
