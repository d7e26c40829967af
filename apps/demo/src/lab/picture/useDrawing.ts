import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** How large a canvas is shown, and how many pixels of the screen that are: others would be stretched in every frame. */
interface Size {
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
}

/** Draws on a canvas as large as it is shown, again whenever `parts` or its size change. */
export function useDrawing(
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void,
  parts: readonly unknown[],
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useRef<Size>({ width: 0, height: 0, across: 0, down: 0 }); // told by the browser: to ask for it would make it lay out the page at once
  const last = useRef(draw);
  last.current = draw;
  const redraw = (): void => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    const { width, height, across, down } = size.current;
    if (!element || !context || width === 0 || height === 0) return;
    if (element.width !== across || element.height !== down) [element.width, element.height] = [across, down];
    context.setTransform(across / width, 0, 0, down / height, 0, 0);
    context.clearRect(0, 0, width, height);
    last.current(context, width, height);
  };
  useLayoutEffect(redraw, parts);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { contentRect, devicePixelContentBoxSize } = entry as ResizeObserverEntry;
      const { width, height } = contentRect;
      const [exact] = devicePixelContentBoxSize ?? []; // not known to every browser
      size.current = {
        width,
        height,
        across: exact?.inlineSize ?? Math.round(width * devicePixelRatio),
        down: exact?.blockSize ?? Math.round(height * devicePixelRatio),
      };
      redraw();
    });
    if (canvas.current) observer.observe(canvas.current);
    return () => observer.disconnect();
  }, []);
  return canvas;
}
