import { framed } from '../store.ts';
import { CurveTable } from './CurveTable.tsx';
import { ground } from './ground.ts';
import { InNumbers } from './InNumbers.tsx';
import { Legend } from './Legend.tsx';
import { drawMark, markColour, markPath } from './marks.ts';
import { NeuronFields } from './NeuronFields.tsx';
import type { NeuronMaps } from './neuronMaps.ts';
import type { Curve } from './picture.ts';
import { shortNumber } from './shortNumber.ts';
import { useDrawing } from './useDrawing.ts';
import { usePoints } from './usePoints.ts';

/** Predictions along the one feature, over the data. */
export default function CurvePicture({ curve, maps }: { curve: Curve; maps: NeuronMaps }) {
  const { features = [], classes = [], task = 'regression', targetName = '' } = framed.value ?? {};
  const { x, y, outputs } = curve;
  const points = usePoints([0]);
  const now = ground.value;
  const canvas = useDrawing(
    (context, width, height) => {
      const across = (value: number): number => ((value - x[0]) / (x[1] - x[0])) * width;
      const up = (value: number): number => height - ((value - y[0]) / (y[1] - y[0])) * height;
      context.strokeStyle = now === 'dark' ? '#4a505b' : '#cfcabe';
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(0, up(0));
      context.lineTo(width, up(0));
      context.moveTo(across(0), 0);
      context.lineTo(across(0), height);
      context.stroke();
      for (const set of ['test', 'training'] as const)
        points?.[set].target.forEach((value, i) => {
          const which = task === 'regression' ? 1 : value;
          const at = task === 'classes' ? 0.5 : value; // a class is no number
          const path = markPath(which, across(points[set].inputs[0]?.[i] ?? 0), up(at), 3);
          const colour = markColour(which, task !== 'classes', now);
          drawMark(context, path, { colour, isFilled: set === 'training', ground: now });
        });
      outputs.forEach((values, which) => {
        context.strokeStyle =
          task === 'classes' ? markColour(which, false, now) : now === 'dark' ? '#f0954a' : '#b34a00';
        context.lineWidth = 2.5;
        context.lineJoin = 'round';
        context.beginPath();
        values.forEach((value, i) => {
          const px = (width * (i + 0.5)) / values.length;
          if (i === 0) context.moveTo(px, up(value));
          else context.lineTo(px, up(value));
        });
        context.stroke();
      });
    },
    [curve, points, now, task],
  );
  const [name = ''] = features;
  const what = task === 'regression' ? targetName : 'probability';
  const [first, last] = [outputs[0]?.[0] ?? 0, outputs[0]?.at(-1) ?? 0];
  const label = `${what} as predicted over ${name} from ${shortNumber(x[0])} to ${shortNumber(x[1])}: from ${shortNumber(first)} to ${shortNumber(last)}, with the data as points.`;
  return (
    <div class="picture">
      <figure class="picture-figure">
        <div class="picture-plane">
          <canvas ref={canvas} class="picture-curve" role="img" aria-label={label} />
        </div>
        <div class="picture-up" aria-hidden="true">
          <span>{shortNumber(y[1])}</span>
          <span class="picture-axis">{what}</span>
          <span>{shortNumber(y[0])}</span>
        </div>
        <div class="picture-across" aria-hidden="true">
          <span>{shortNumber(x[0])}</span>
          <span class="picture-axis">{name}</span>
          <span>{shortNumber(x[1])}</span>
        </div>
      </figure>
      <Legend />
      <NeuronFields maps={maps} />
      <InNumbers
        table={() => <CurveTable curve={curve} name={name} outputs={task === 'classes' ? classes : [what]} />}
      />
    </div>
  );
}
