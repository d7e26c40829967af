import { useEffect, useRef, useState } from 'preact/hooks';
import { scheme } from '../../metrics/scheme.ts';
import { milestone } from '../../store.ts';
import { ClassChoice } from './ClassChoice.tsx';
import { drawPlane } from './drawPlane.ts';
import { canUndo, pointsInUse, setPoints, undoPoints } from './editPoints.ts';
import { PointsList } from './PointsList.tsx';
import { fromCanvas, moved, nearest, planeView } from './planeView.ts';
import './points.css';

const mostClasses = 6;
const mostPoints = 5000;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A plane to put points on, by pointer or keyboard. */
export default function PointsPlane() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pixels, setPixels] = useState(0);
  const [label, setLabel] = useState(0);
  const [isRemoving, setRemoving] = useState(false);
  const [place, setPlace] = useState<readonly [number, number]>([0, 0]);
  const [isFocused, setFocused] = useState(false);
  const points = pointsInUse();
  const view = planeView(points);
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
    const styles = getComputedStyle(element);
    const known = new Map<string, string>();
    const colourOf = (name: string): string => {
      const colour = known.get(name);
      if (colour !== undefined) return colour;
      element.style.color = `var(${name})`;
      const found = styles.color;
      element.style.color = '';
      known.set(name, found);
      return found;
    };
    drawPlane(context, { points, view, pixels, crossHair: isFocused ? place : undefined, label, colourOf });
  }, [points, pixels, place, isFocused, label, colours]);

  const add = ([x, y]: readonly [number, number]): void => {
    if (points.length >= mostPoints) milestone.value = `There are ${mostPoints} points, as many as the Lab takes.`;
    else setPoints([...points, [x, y, label]], `A point of class ${label} at ${x}, ${y}.`);
  };
  const removeAt = (at: readonly [number, number]): void => {
    const found = nearest(points, at, view);
    if (found === undefined) milestone.value = 'There is no point here.';
    else setPoints(points.toSpliced(found, 1), 'A point is removed.');
  };
  const key = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key !== 'z' || event.altKey) return;
      undoPoints();
    } else if (arrow !== undefined) {
      const next = moved(view, place, arrow, event.shiftKey);
      setPlace(next);
      milestone.value = `${next[0]}, ${next[1]}`;
    } else if (event.key === 'Enter' || event.key === ' ') (isRemoving ? removeAt : add)(place);
    else if (event.key === 'Delete' || event.key === 'Backspace') removeAt(place);
    else if (/^[0-5]$/.test(event.key)) setLabel(Number(event.key));
    else return;
    event.preventDefault();
  };
  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const at = fromCanvas(view, pixels, [event.clientX - left, event.clientY - top]);
    setPlace(at);
    (isRemoving ? removeAt : add)(at);
  };
  const used = Math.max(1, label, ...points.map(([, , each]) => each)) + 1;
  return (
    <div class="points">
      <ClassChoice
        count={Math.min(used, mostClasses)}
        canAdd={used < mostClasses}
        label={label}
        onChange={(next) => {
          setLabel(next);
          setRemoving(false);
        }}
      />
      <div
        class="points-plane"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is worked by keyboard
        tabIndex={0}
        role="application"
        aria-label={`Plane with ${points.length} points. Arrows move the cross-hair, Enter adds a point, Delete removes the nearest, digits choose the class.`}
        onPointerDown={press}
        onKeyDown={key}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <canvas ref={canvas} />
      </div>
      <div class="sources-buttons">
        <button type="button" aria-pressed={isRemoving} onClick={() => setRemoving(!isRemoving)}>
          Remove
        </button>
        <button type="button" disabled={!canUndo()} onClick={undoPoints}>
          Undo<span class="unseen"> the last edit of points</span>
        </button>
        <button type="button" disabled={points.length === 0} onClick={() => setPoints([], 'All points are removed.')}>
          Clear<span class="unseen"> all points</span>
        </button>
      </div>
      <PointsList points={points} />
    </div>
  );
}
