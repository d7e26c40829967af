import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { scheme } from '../../metrics/scheme.ts';
import { drawPlane, type PlaneDrawing } from './drawPlane.ts';

/** A canvas on which the plane is drawn, and how many pixels of the page it is wide. */
export function usePlaneCanvas({
  points,
  view,
  crossHair,
  label,
}: Omit<PlaneDrawing, 'pixels' | 'colourOf'>): readonly [canvas: RefObject<HTMLCanvasElement | null>, pixels: number] {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pixels, setPixels] = useState(0);
  const colours = scheme.value;
  useEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    const observer = new ResizeObserver(() => setPixels(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    const context = element.getContext('2d');
    if (context === null || pixels === 0) return;
    const scale = devicePixelRatio;
    element.width = element.height = Math.round(pixels * scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawPlane(context, { points, view, pixels, crossHair, label, colourOf: coloursOf(element) });
  }, [points, pixels, crossHair, label, colours]);
  return [canvas, pixels];
}

/** The colours of the page by name, each looked up once. */
function coloursOf(element: HTMLElement): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let colour = known.get(name);
    if (colour === undefined) {
      element.style.color = `var(${name})`;
      colour = getComputedStyle(element).color;
      element.style.color = '';
      known.set(name, colour);
    }
    return colour;
  };
}
