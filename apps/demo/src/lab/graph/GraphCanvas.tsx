import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { inTurn } from '../page/inTurn.ts';
import { hovered, isPlaying, isShown, look, state } from '../store.ts';
import { keyAt } from './keyAt.ts';
import { linkOf, nodeOf } from './link.ts';
import { paint } from './paint.ts';
import { type Palette, paletteOf } from './palette.ts';
import { setWeight } from './setWeight.ts';
import { current, drawing, focused, numbers, outline } from './shown.ts';
import { unfold } from './unfold.ts';
import { useAtOnce } from './useAtOnce.ts';
import { type Area, fitted, pointAt, type Viewport } from './viewport.ts';
import { isFitted, pan, viewport, zoom } from './viewportSignal.ts';

/** How much a weight changes for each pixel of a drag. */
const perPixel = 0.01;

/** What a picture may take in each frame of a run, in milliseconds; one that takes longer is painted less often. */
const affordable = 8;

/** How long after the first picture the browser rests, in milliseconds. */
const aMoment = 100;

/** How far the pointer moves before a press is a drag, in pixels. */
const slack = 4;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly from: Viewport;
  readonly key: string | undefined;
  /** The weight that is dragged, and what it was. */
  readonly weight: { readonly index: number; readonly value: number } | undefined;
  isDrag: boolean;
}

/** The picture of the graph: it pans, zooms, and tells what is under the pointer. The tree beside it is for the keyboard. */
export function GraphCanvas() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const area = useSignal<Area>({ width: 0, height: 0 });
  const palette = useSignal<Palette | undefined>(undefined);
  const pixels = useRef({ across: 0, down: 0 }); // how many of the screen it takes: others would be stretched in every frame
  const seen = useRef<readonly number[]>([]); // the edges that can be seen
  const press = useRef<Press | undefined>(undefined);

  useEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    const resized = new ResizeObserver(([entry]) => {
      const { contentRect, devicePixelContentBoxSize } = entry as ResizeObserverEntry;
      const { width, height } = contentRect;
      const [exact] = devicePixelContentBoxSize ?? []; // not known to every browser
      pixels.current = {
        across: exact?.inlineSize ?? Math.round(width * devicePixelRatio),
        down: exact?.blockSize ?? Math.round(height * devicePixelRatio),
      };
      area.value = { width, height };
    });
    resized.observe(element);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const recolour = (): void => {
      palette.value = paletteOf(element);
    };
    dark.addEventListener('change', recolour);
    const themed = new MutationObserver(recolour);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    recolour();
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const factor = Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015));
      zoom(factor, event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      resized.disconnect();
      themed.disconnect();
      dark.removeEventListener('change', recolour);
      element.removeEventListener('wheel', wheel);
    };
  }, []);

  useAtOnce(() => {
    const drawn = drawing.value;
    if (drawn === undefined || area.value.width === 0 || !isFitted.value) return;
    viewport.value = fitted(drawn.items.x, drawn.items.y, drawn.size, area.value);
  });

  const waiting = useRef(() => {});
  const pausing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const resting = useRef(0); // until when a large graph is not painted again while the run plays
  useAtOnce(() => {
    const [drawn, its, colours, view] = [drawing.value, outline.value, palette.value, viewport.value];
    const { width, height } = area.value;
    if (drawn === undefined || its === undefined || colours === undefined || width === 0) return;
    if (drawn.homes.length !== its.what.length) return;
    const scene = {
      drawing: drawn,
      outline: its,
      numbers: numbers.value,
      selected: linkOf(drawn, its, state.value.view.selected),
      hovered: linkOf(drawn, its, hovered.value),
      focused: linkOf(drawn, its, focused.value),
      current: linkOf(drawn, its, current.value),
      isPlaying: isPlaying.value,
      viewport: view,
      area: { width, height },
      palette: colours,
    };
    waiting.current();
    clearTimeout(pausing.current);
    const show = (): void => {
      if (isPlaying.peek()) waiting.current = inTurn(repaint);
      else {
        const next = requestAnimationFrame(repaint);
        waiting.current = () => cancelAnimationFrame(next);
      }
    };
    const repaint = (): void => {
      const element = canvas.current;
      const context = element?.getContext('2d', { alpha: false });
      if (!element || !context) return;
      const density = devicePixelRatio;
      const { across, down } = pixels.current;
      if (element.width !== across || element.height !== down) [element.width, element.height] = [across, down];
      const start = performance.now();
      seen.current = paint(context, scene, density);
      const cost = performance.now() - start;
      resting.current = start + (cost > affordable ? 10 * cost : 0);
      Object.assign(element.dataset, { level: drawn.level, items: drawn.items.x.length });
      if (!isShown.peek()) setTimeout(() => (isShown.value = true), aMoment);
    };
    const rest = isPlaying.value ? resting.current - performance.now() : 0;
    if (rest > 0) pausing.current = setTimeout(show, rest);
    else show();
  });

  const keyUnder = ({ offsetX, offsetY }: PointerEvent | MouseEvent): string | undefined => {
    const [drawn, its] = [drawing.value, outline.value];
    if (drawn === undefined || its === undefined) return undefined;
    const [x, y] = pointAt(viewport.value, area.value, offsetX, offsetY);
    return keyAt(drawn, its, seen.current, { x, y, reach: 7 / viewport.value.scale });
  };

  const begin = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    const key = keyUnder(event);
    const index = key?.startsWith('parameter:') ? Number(key.slice(10)) : undefined;
    const node = key === undefined || outline.value === undefined ? -1 : nodeOf(outline.value, key);
    const value = numbers.value?.values[node];
    press.current = {
      x: event.clientX,
      y: event.clientY,
      from: viewport.value,
      key,
      weight: index === undefined || value === undefined ? undefined : { index, value },
      isDrag: false,
    };
    if (press.current.weight !== undefined) look({ selected: key });
  };

  const move = (event: PointerEvent): void => {
    const pressed = press.current;
    if (pressed === undefined) {
      const key = keyUnder(event);
      (event.currentTarget as HTMLElement).style.cursor = key?.startsWith('parameter:')
        ? 'ew-resize'
        : key === undefined
          ? 'grab'
          : 'pointer';
      hovered.value = key;
      return;
    }
    const [byX, byY] = [event.clientX - pressed.x, event.clientY - pressed.y];
    pressed.isDrag ||= Math.hypot(byX, byY) > slack;
    if (!pressed.isDrag) return;
    if (pressed.weight !== undefined) setWeight(pressed.weight.index, pressed.weight.value + byX * perPixel);
    else pan(byX, byY, pressed.from);
  };

  const end = (): void => {
    const pressed = press.current;
    press.current = undefined;
    if (pressed !== undefined && !pressed.isDrag && pressed.weight === undefined) look({ selected: pressed.key });
  };

  return (
    <canvas
      ref={canvas}
      class="graph-canvas"
      hidden={drawing.value === undefined}
      role="img"
      aria-label="Graph of the network. The tree that follows says the same."
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => {
        press.current = undefined;
      }}
      onPointerLeave={() => {
        hovered.value = undefined;
      }}
      onDblClick={(event) => unfold(keyUnder(event))}
    />
  );
}
