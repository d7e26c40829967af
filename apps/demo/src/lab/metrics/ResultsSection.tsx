import { useState } from 'preact/hooks';
import { about, figured } from '../store.ts';
import { ConfusionTable } from './ConfusionTable.tsx';
import { ErrorsTable } from './ErrorsTable.tsx';

/** What is right and wrong now, in detail. */
export function ResultsSection() {
  const results = figured.value?.looks.results;
  const [isTraining, setTraining] = useState(false);
  if (results === undefined || about.value === undefined) return null;
  if (results.kind === 'numbers')
    return (
      <section class="metrics-section" aria-labelledby="results-heading">
        <h3 id="results-heading">Errors</h3>
        <ErrorsTable results={results} />
      </section>
    );
  const counts = isTraining || results.test === undefined ? results.training : results.test;
  return (
    <section class="metrics-section" aria-labelledby="results-heading">
      <h3 id="results-heading">
        Which is taken for which
        {results.test !== undefined && (
          <span class="metrics-choice">
            <button type="button" aria-pressed={!isTraining} onClick={() => setTraining(false)}>
              Test
            </button>
            <button type="button" aria-pressed={isTraining} onClick={() => setTraining(true)}>
              Training
            </button>
          </span>
        )}
      </h3>
      <ConfusionTable counts={counts} classes={about.value.classes} />
    </section>
  );
}
