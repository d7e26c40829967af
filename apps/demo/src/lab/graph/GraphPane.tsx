import { useEffect } from 'preact/hooks';
import { later } from '../page/later.tsx';
import type { Level } from '../state/labState.ts';
import { about, isShown, look, state } from '../store.ts';
import { DetailsHint } from './DetailsHint.tsx';
import { GraphCanvas } from './GraphCanvas.tsx';
import './graph.css';
import { mostEdges } from './paintEdges.ts';
import { current, drawing, shownRow } from './shown.ts';
import { foldAll, unfoldAll } from './unfold.ts';
import { showAll, zoom } from './viewportSignal.ts';

const DetailsCard = later(() => import('./DetailsCard.tsx'));
const GraphTree = later(() => import('./GraphTree.tsx'));

const levelTitles: Readonly<Record<Level, string>> = { blocks: 'Blocks', neurons: 'Neurons', nodes: 'Scalars' };

/** The network as a graph, with the values and gradients of one row. */
export default function GraphPane() {
  const { level, selected } = state.value.view;
  useEffect(() => {
    showAll(); // what was zoomed into is not there at another level
  }, [level, about.value]);
  const items = drawing.value?.items;
  const manyEdges = (drawing.value?.edges.from.length ?? 0) > mostEdges;
  const isFoldable = level === 'nodes' && items !== undefined;
  return (
    <div class="graph">
      <div class="graph-bar">
        <h2>Graph</h2>
        <fieldset class="graph-group" aria-label="Level of detail">
          {(Object.keys(levelTitles) as Level[]).map((each) => (
            <button key={each} type="button" aria-pressed={each === level} onClick={() => look({ level: each })}>
              {levelTitles[each]}
            </button>
          ))}
        </fieldset>
        {isFoldable && (
          <button type="button" onClick={items.folded.includes(1) ? unfoldAll : foldAll}>
            {items.folded.includes(1) ? 'Unfold all' : 'Fold'}
          </button>
        )}
        <SamplePicker />
      </div>
      <div class="graph-stage">
        <GraphCanvas />
        {isShown.value && <GraphTree />}
        {manyEdges && <p class="graph-many faint">only the strongest edges are drawn</p>}
        {drawing.value === undefined && (
          <p class="graph-empty faint">The graph appears once the network fits the data.</p>
        )}
      </div>
      <div class="graph-foot">
        <p class="graph-legend faint">
          <span class="graph-plus">positive</span>
          <span class="graph-minus">negative</span>
          <span>width: size</span>
          <span>∂: gradient of the loss</span>
        </p>
        <fieldset class="graph-zoom" aria-label="Zoom">
          <button type="button" aria-label="Zoom in" onClick={() => zoom(1.4)}>
            +
          </button>
          <button type="button" aria-label="Zoom out" onClick={() => zoom(1 / 1.4)}>
            −
          </button>
          <button type="button" aria-label="Show all" onClick={showAll}>
            ⤢
          </button>
        </fieldset>
      </div>
      {selected === undefined ? <DetailsHint /> : <DetailsCard />}
    </div>
  );
}

/** Which row of the training data the numbers are for. */
function SamplePicker() {
  const count = about.value?.rows.training ?? 1;
  const row = shownRow.value;
  const isWalking = current.value !== undefined; // the row is then that of the batch
  const go = (to: number): void => look({ sample: (to + count) % count });
  return (
    <fieldset class="graph-sample" aria-label="Training row shown">
      <button type="button" aria-label="Row before" disabled={isWalking} onClick={() => go(row - 1)}>
        ‹
      </button>
      <span class="number">
        row {row + 1} of {count}
      </span>
      <button type="button" aria-label="Next row" disabled={isWalking} onClick={() => go(row + 1)}>
        ›
      </button>
    </fieldset>
  );
}
