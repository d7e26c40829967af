import { useLayoutEffect, useRef } from 'preact/hooks';
import { framed } from '../store.ts';
import type { Misread, Mistakes } from './mistakes.ts';
import { NeuronFields } from './NeuronFields.tsx';
import type { NeuronMaps } from './neuronMaps.ts';
import { percent } from './shortNumber.ts';

/** The images that the network misreads, and what its neurons look for. */
export default function ImagesPicture({ mistakes, maps }: { mistakes: Mistakes; maps: NeuronMaps }) {
  const { of, rows, wrong, side, images } = mistakes;
  const { classes = [] } = framed.value ?? {};
  const what = of === 'test' ? 'images kept for the test' : 'images';
  return (
    <div class="picture">
      <p>
        <strong>
          {wrong} of {rows}
        </strong>{' '}
        {what} {wrong === 1 ? 'is' : 'are'} misread ({percent(wrong / rows)}).
        {images.length < wrong && ` The first ${images.length}:`}
      </p>
      {wrong === 0 && <p class="faint">The network reads each of them as what it is.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="picture-misread" tabIndex={0} aria-label="Misread images">
        <ul class="picture-images">
          {images.map(({ row, pixels, predicted, actual, certainty }) => (
            <li key={row}>
              <Image row={row} pixels={pixels} side={side} label={`Image ${row + 1}, which is ${classes[actual]}`} />
              <span>
                read <strong class="picture-wrong">{classes[predicted]}</strong>, is <strong>{classes[actual]}</strong>
              </span>
              <span class="faint">{percent(1 / classes.length + certainty * (1 - 1 / classes.length))} sure</span>
            </li>
          ))}
        </ul>
      </section>
      <NeuronFields maps={maps} />
      <p class="faint picture-hint">What each neuron looks for: blue pixels speak for it, orange ones against it.</p>
    </div>
  );
}

/** An image of dark on light, as on paper, in both themes. */
function Image({ row, pixels, side, label }: Pick<Misread, 'row' | 'pixels'> & { side: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const image = new ImageData(side, side);
    pixels.forEach((value, i) => {
      const light = Math.round(255 * (1 - Math.min(1, Math.max(0, value))));
      image.data.set([light, light, light, 255], 4 * i);
    });
    canvas.current?.getContext('2d')?.putImageData(image, 0, 0);
  }, [row, side, framed.value]); // the same pixels come with each picture
  return <canvas ref={canvas} class="picture-image" width={side} height={side} role="img" aria-label={label} />;
}
