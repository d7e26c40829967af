import { useEffect, useRef } from 'preact/hooks';
import { ground } from './ground.ts';
import { drawMark, markColour, markPath } from './marks.ts';

const size = 16;

/** The mark of a class in a legend. */
export function Mark({ which, isTwo, isFilled = true }: { which: number; isTwo: boolean; isFilled?: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const now = ground.value;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.setTransform(2, 0, 0, 2, 0, 0);
    context.clearRect(0, 0, size, size);
    drawMark(context, markPath(which, size / 2, size / 2, 5), {
      colour: markColour(which, isTwo, now),
      isFilled,
      ground: now,
    });
  }, [which, isTwo, isFilled, now]);
  return <canvas ref={canvas} class="picture-mark" width={2 * size} height={2 * size} />;
}
