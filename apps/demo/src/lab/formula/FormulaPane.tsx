import { useRef } from 'preact/hooks';
import { useFresh } from '../linking/useFresh.ts';
import { about, ask, state } from '../store.ts';
import { CopyFormula } from './CopyFormula.tsx';
import { FormulaOptions } from './FormulaOptions.tsx';
import { FormulaSheet } from './FormulaSheet.tsx';
import { formulaDefault } from './formulaChoice.ts';
import { parameterOf } from './parameterOf.ts';
import './formula.css';

/** The network, its loss, or a derivative as mathematicians write them. */
export default function FormulaPane() {
  const { formula: choice = formulaDefault, selected } = state.value.view;
  const parameter = parameterOf(selected, about.value?.parameters ?? 0);
  const shown = useRef(0); // the shape that is on the page
  const isGradient = choice.of === 'gradient';
  const fresh = useFresh(
    () => ask('formula', { choice, parameter: isGradient ? parameter : 0, known: shown.current }),
    [about.value, JSON.stringify(choice), isGradient && parameter],
  );
  const { value, problem } = fresh.value;
  return (
    <div class="formula">
      <FormulaOptions choice={choice} parameter={parameter} />
      {problem !== undefined && <p class="formula-note">{problem}</p>}
      {value !== undefined && problem === undefined && <FormulaSheet formula={value} shown={shown} />}
      {value !== undefined && value.left > 0 && (
        <p class="formula-note">
          {value.left.toLocaleString('en')} more {value.left === 1 ? 'line does' : 'lines do'} not fit on a page. Copied
          as text or LaTeX, the formula is whole.
        </p>
      )}
      <CopyFormula choice={choice} parameter={parameter} />
    </div>
  );
}
