import { look, state } from '../store.ts';
import { DetailsHint } from './DetailsHint.tsx';
import type { Outline } from './drawing.ts';
import { nodeOf } from './link.ts';
import { numberText } from './numberText.ts';
import { gradientAt, valueAt } from './scene.ts';
import { numbers, outline } from './shown.ts';
import { fold, isFolded, openedAround, unfold } from './unfold.ts';
import { WeightControl } from './WeightControl.tsx';

/** What is selected: its value, its gradient, what can be done with it. */
export default function DetailsCard() {
  const { selected, level } = state.value.view;
  const its = outline.value;
  const node = selected === undefined || its === undefined ? -1 : nodeOf(its, selected);
  const title = selected === undefined || its === undefined ? undefined : titleOf(its, selected, node);
  if (selected === undefined || its === undefined || title === undefined) return <DetailsHint />;
  const [value, gradient] = [valueAt(numbers.value, node), gradientAt(numbers.value, node)];
  const bias = level === 'neurons' && selected.startsWith('neuron:') ? biasOf(its, selected) : undefined;
  const around = level === 'nodes' ? openedAround(selected) : undefined;
  return (
    <section class="graph-details" aria-label="Selected">
      <header>
        <h3>{title}</h3>
        {node >= 0 && <span class="faint">{its.ops[node]}</span>}
        <button type="button" class="graph-close" onClick={() => look({ selected: undefined })} aria-label="Deselect">
          ×
        </button>
      </header>
      {node >= 0 && (
        <dl>
          <div>
            <dt>value</dt>
            <dd>{value === undefined ? '–' : numberText(value)}</dd>
          </div>
          <div>
            <dt>gradient</dt>
            <dd>{gradient === undefined ? '–' : numberText(gradient)}</dd>
          </div>
        </dl>
      )}
      {selected.startsWith('parameter:') && value !== undefined && (
        <WeightControl
          key={selected}
          index={Number(selected.slice(10))}
          name={its.names[node] as string}
          value={value}
        />
      )}
      {bias !== undefined && (
        <button type="button" onClick={() => look({ selected: bias })}>
          Its bias
        </button>
      )}
      {level === 'nodes' && isFolded(selected) && (
        <button type="button" onClick={() => unfold(selected)}>
          Unfold
        </button>
      )}
      {around !== undefined && (
        <button type="button" onClick={() => fold(around)}>
          Fold what is around it
        </button>
      )}
    </section>
  );
}

function titleOf({ names, parts, inputs }: Outline, key: string, node: number): string | undefined {
  if (node >= 0) return names[node];
  if (key === 'inputs') return `${inputs.length} input${inputs.length === 1 ? '' : 's'}`;
  if (key === 'output') return 'output';
  if (key.startsWith('layer:')) return parts[Number(key.slice(6))]?.label;
  return undefined;
}

/** The key of the last parameter of a unit. */
function biasOf({ parameters, layers, units, keys }: Outline, unit: string): string | undefined {
  const node = parameters.findLast((each) => `neuron:${layers[each]}:${units[each]}` === unit);
  return node === undefined ? undefined : keys[node];
}
