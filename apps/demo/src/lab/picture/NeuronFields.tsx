import { hovered, look, state } from '../store.ts';
import { NeuronMapsCanvas } from './NeuronMapsCanvas.tsx';
import type { NeuronMaps } from './neuronMaps.ts';

/** What each hidden neuron says over the same plane or line; hovering and selecting one does so in all panes. */
export function NeuronFields({ maps }: { maps: NeuronMaps }) {
  const { layers, length, values } = maps;
  const side = Math.sqrt(length);
  const isSquare = Number.isInteger(side);
  let place = 0;
  return (
    <>
      {layers.map(({ layer, title, neurons, shown }) => {
        const first = place;
        place += shown;
        return (
          <section key={layer} class="picture-layer" aria-label={`Neurons of ${title}`}>
            <h3>
              {title}{' '}
              <span class="faint">{neurons > shown ? `${shown} of ${neurons} neurons` : `${neurons} neurons`}</span>
            </h3>
            <div class="picture-neurons">
              {Array.from({ length: shown }, (_, i) => {
                const map = values.subarray((first + i) * length, (first + i + 1) * length);
                return (
                  <Neuron key={i} name={`neuron:${layer}:${i}`} title={`${title}, neuron ${i + 1}`}>
                    {!isSquare && <Line values={map} />}
                  </Neuron>
                );
              })}
              {isSquare && (
                <NeuronMapsCanvas
                  values={values.subarray(first * length, (first + shown) * length)}
                  side={side}
                  count={shown}
                />
              )}
            </div>
          </section>
        );
      })}
    </>
  );
}

function Neuron({ name, title, children }: { name: string; title: string; children: preact.ComponentChildren }) {
  const isSelected = state.value.view.selected === name;
  const enter = (): void => {
    hovered.value = name;
  };
  const leave = (): void => {
    if (hovered.value === name) hovered.value = undefined;
  };
  return (
    <button
      type="button"
      class={hovered.value === name ? 'picture-neuron picture-lit' : 'picture-neuron'}
      data-node={name}
      title={title}
      aria-label={title}
      aria-pressed={isSelected}
      onPointerEnter={enter}
      onPointerLeave={leave}
      onFocus={enter}
      onBlur={leave}
      onClick={() => look({ selected: isSelected ? undefined : name })}
    >
      {children}
    </button>
  );
}

/** A neuron's curve along one feature. */
function Line({ values }: { values: Float32Array }) {
  const path = Array.from(values, (value, i) => `${i === 0 ? 'M' : 'L'}${i} ${(24 * (1 - value)).toFixed(2)}`).join('');
  return (
    <svg class="picture-map" viewBox={`0 -1 ${values.length - 1} 26`} preserveAspectRatio="none" aria-hidden="true">
      <path d={`M0 12H${values.length}`} class="picture-zero" />
      <path d={path} class="picture-line" />
    </svg>
  );
}
