import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { useLinked } from '../linking/useLinked.ts';
import { firstLines } from './firstLines.ts';
import { literals } from './literals.ts';
import type { Code } from './printCode.ts';

/** Code with numbers at its lines. Parameters in it are linked with all panes; long code is shown in part until more is asked for. */
export function Listing({ text, code, digits, wrap }: { text: string; code: Code; digits: number; wrap: boolean }) {
  const listing = useRef<HTMLElement>(null);
  const isWhole = useSignal(false);
  const { lines, left } = useMemo(() => firstLines(text, isWhole.value), [text, isWhole.value]);
  const weights = code.weights.join(); // another answer, with the same values, changes nothing
  const body = useMemo(() => {
    const piecesOf = literals(code.weights, digits);
    return lines.map((line, i) => (
      <span key={i} class="code-line">
        {piecesOf(line).map((piece) =>
          piece.key === undefined ? piece.text : <b data-node={piece.key}>{piece.text}</b>,
        )}
        {'\n'}
      </span>
    ));
  }, [lines, weights, digits]);
  const neurons = useRef(code.neurons);
  neurons.current = code.neurons;
  useLinked(listing, body, (key) => parametersOf(key, neurons.current));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section ref={listing} class={wrap ? 'code-listing code-wrap' : 'code-listing'} tabIndex={0} aria-label="Code">
        <pre>
          <code>{body}</code>
        </pre>
      </section>
      {left > 0 && (
        <button type="button" class="code-more" onClick={() => (isWhole.value = true)}>
          Show all: {left.toLocaleString('en')} more characters
        </button>
      )}
    </>
  );
}

/** The parameters of the neurons that a key speaks of. */
function parametersOf(key: string, neurons: Code['neurons']): readonly string[] {
  const [kind, first, second] = key.split(':');
  const found =
    kind === 'neuron'
      ? neurons[Number(first)]?.[Number(second)]
      : kind === 'output'
        ? neurons.at(-1)?.[Number(first)]
        : kind === 'layer'
          ? neurons[Number(first)]?.flat()
          : undefined;
  return found?.map((parameter) => `parameter:${parameter}`) ?? [];
}
