import { later } from '../page/later.tsx';
import { framed } from '../store.ts';
import { Field } from './Field.tsx';
import type { Grid } from './grid.ts';
import { ground } from './ground.ts';
import { InNumbers } from './InNumbers.tsx';
import { Legend } from './Legend.tsx';
import { drawMark, markColour, markPath } from './marks.ts';
import { NeuronFields } from './NeuronFields.tsx';
import type { NeuronMaps } from './neuronMaps.ts';
import { planeWords } from './planeWords.ts';
import { shade } from './shade.ts';
import { shortNumber } from './shortNumber.ts';
import { useDrawing } from './useDrawing.ts';
import { usePoints } from './usePoints.ts';

const AxesChoice = later(() => import('./AxesChoice.tsx'));
const PlaneTable = later(() => import('./PlaneTable.tsx'));

/** Predictions over two features, the data on top, and what each hidden neuron makes of them. */
export function PlanePicture({ grid, maps }: { grid: Grid; maps: NeuronMaps }) {
  const { features = [], classes = [], task = 'binary' } = framed.value ?? {};
  const { axes, x, y, scale, columns, rows } = grid;
  const points = usePoints(axes);
  const now = ground.value;
  const dots = useDrawing(
    (context, width, height) => {
      if (points === undefined) return;
      const r = Math.max(2.5, Math.min(4, width / 100));
      for (const set of ['test', 'training'] as const) {
        const { inputs, target } = points[set];
        target.forEach((value, i) => {
          const px = (((inputs[0]?.[i] ?? 0) - x[0]) / (x[1] - x[0])) * width;
          const py = height - (((inputs[1]?.[i] ?? 0) - y[0]) / (y[1] - y[0])) * height;
          const isFilled = set === 'training';
          if (scale === undefined) {
            const colour = markColour(value, task === 'binary', now);
            drawMark(context, markPath(value, px, py, r), { colour, isFilled, ground: now });
            return;
          }
          // a number has the colour of the field if it is predicted well: an outline, and inside of a hollow mark a dot
          const colour = `rgb(${shade((value - scale[0]) / (scale[1] - scale[0]), now).slice(0, 3)})`;
          const edge = now === 'dark' ? '#eceae4' : '#1d1c1a';
          drawMark(context, markPath(1, px, py, r + 1), { colour, isFilled, ground: now, edge });
          if (isFilled) return;
          context.fillStyle = colour;
          context.fill(markPath(1, px, py, r - 1.2));
        });
      }
    },
    [points, now, x.join(), y.join(), task],
  );
  const [across = '', up = ''] = axes.map((axis) => features[axis]);
  return (
    <div class="picture">
      {features.length > 2 && <AxesChoice axes={axes} features={features} />}
      <figure class="picture-figure">
        <div class="picture-plane">
          <Field
            grid={grid}
            columns={columns}
            rows={rows}
            name="picture-grid"
            label={planeWords(grid, features, classes)}
          />
          <canvas ref={dots} class="picture-dots" />
        </div>
        <div class="picture-up" aria-hidden="true">
          <span>{shortNumber(y[1])}</span>
          <span class="picture-axis">{up}</span>
          <span>{shortNumber(y[0])}</span>
        </div>
        <div class="picture-across" aria-hidden="true">
          <span>{shortNumber(x[0])}</span>
          <span class="picture-axis">{across}</span>
          <span>{shortNumber(x[1])}</span>
        </div>
      </figure>
      <Legend grid={grid} />
      <NeuronFields maps={maps} />
      <InNumbers table={() => <PlaneTable grid={grid} names={[across, up]} classes={classes} />} />
    </div>
  );
}
