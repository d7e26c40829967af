import { useEffect, useRef } from 'preact/hooks';
import { ground } from './ground.ts';
import { drawMark, markColour, markPath } from './marks.ts';

const size = 16;
const neutral = { light: '#5d594f', dark: '#a9adb5' } as const;

/** The mark of a class in a legend, or of none in particular. */
export function Mark({
  which,
  isTwo = false,
  isFilled = true,
}: {
  which?: number;
  isTwo?: boolean;
  isFilled?: boolean;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const now = ground.value;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.setTransform(2, 0, 0, 2, 0, 0);
    context.clearRect(0, 0, size, size);
    drawMark(context, markPath(which ?? 1, size / 2, size / 2, 5), {
      colour: which === undefined ? neutral[now] : markColour(which, isTwo, now),
      isFilled,
      ground: now,
    });
  }, [which, isTwo, isFilled, now]);
  return <canvas ref={canvas} class="picture-mark" width={2 * size} height={2 * size} />;
}
