import { useState } from 'preact/hooks';
import { milestone } from '../../store.ts';
import { ClassChoice } from './ClassChoice.tsx';
import { canUndo, pointsInUse, setPoints, undoPoints } from './editPoints.ts';
import { PointsList } from './PointsList.tsx';
import { fromCanvas, moved, nearest, planeView } from './planeView.ts';
import { usePlaneCanvas } from './usePlaneCanvas.ts';
import './points.css';

const mostClasses = 6;
const mostPoints = 5000;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

type Place = readonly [x: number, y: number];

/** A plane to put points on, by pointer or keyboard. */
export default function PointsPlane() {
  const [label, setLabel] = useState(0);
  const [isRemoving, setRemoving] = useState(false);
  const [place, setPlace] = useState<Place>([0, 0]);
  const [isFocused, setFocused] = useState(false);
  const points = pointsInUse();
  const view = planeView(points);
  const [canvas, pixels] = usePlaneCanvas({ points, view, crossHair: isFocused ? place : undefined, label });

  const add = ([x, y]: Place): void => {
    if (points.length >= mostPoints) milestone.value = `There are ${mostPoints} points, as many as the Lab takes.`;
    else setPoints([...points, [x, y, label]], `A point of class ${label} at ${x}, ${y}.`);
  };
  const removeAt = (at: Place): void => {
    const found = nearest(points, at, view);
    if (found === undefined) milestone.value = 'There is no point here.';
    else setPoints(points.toSpliced(found, 1), 'A point is removed.');
  };
  const key = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key === 'z') undoPoints();
    else if (isCommand || event.altKey) return;
    else if (arrow !== undefined) {
      const next = moved(view, place, arrow, event.shiftKey);
      setPlace(next);
      milestone.value = next.join(', ');
    } else if (event.key === 'Enter' || event.key === ' ') (isRemoving ? removeAt : add)(place);
    else if (event.key === 'Delete' || event.key === 'Backspace') removeAt(place);
    else if (/^[0-5]$/.test(event.key)) setLabel(Number(event.key));
    else return;
    event.preventDefault();
  };
  const press = ({ button, clientX, clientY, currentTarget }: PointerEvent): void => {
    if (button !== 0) return;
    const { left, top } = (currentTarget as HTMLElement).getBoundingClientRect();
    const at = fromCanvas(view, pixels, [clientX - left, clientY - top]);
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
