import { useRef } from 'preact/hooks';
import { ground } from './ground.ts';
import { pixels } from './pixels.ts';
import { useDrawing } from './useDrawing.ts';

/** More values than these are a field, and blend; fewer are pixels. */
const mostPixels = 200;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** The maps of a layer over the buttons before it, each within its button: one canvas is a lot less work for a browser than one each. */
export function NeuronMapsCanvas({ values, side, count }: { values: Float32Array; side: number; count: number }) {
  const now = ground.value;
  const scratch = useRef<HTMLCanvasElement>(undefined);
  const known = useRef<{ readonly of: string; readonly places: readonly Place[] }>({ of: '', places: [] });
  const canvas = useDrawing(
    (context, width, height) => {
      const of = [width, height, count].join();
      if (known.current.of !== of) known.current = { of, places: placesOf(canvas.current?.parentElement) };
      scratch.current ??= document.createElement('canvas');
      const all = scratch.current;
      if (all.width !== side || all.height !== side * count) [all.width, all.height] = [side, side * count];
      const image = new ImageData(pixels({ values }, now), side, side * count); // one under the other
      all.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
      context.imageSmoothingEnabled = side * side > mostPixels;
      known.current.places.forEach((place, i) => {
        context.drawImage(all, 0, i * side, side, side, place.x, place.y, place.side, place.side);
      });
    },
    [values, side, count, now],
  );
  return <canvas ref={canvas} class="picture-maps" />;
}

/** Room between the edge of a button and its map, in pixels. */
const margin = 4;

function placesOf(parent: HTMLElement | null | undefined): Place[] {
  return Array.from(parent?.querySelectorAll<HTMLElement>(':scope > button') ?? [], (button) => ({
    x: button.offsetLeft + margin,
    y: button.offsetTop + margin,
    side: button.offsetWidth - 2 * margin,
  }));
}
