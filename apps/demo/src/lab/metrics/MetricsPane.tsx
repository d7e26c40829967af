import { presets } from '../state/presets.ts';
import { about, figured, state } from '../store.ts';
import { LossSection } from './LossSection.tsx';
import { PastRuns } from './PastRuns.tsx';
import { QualitySection } from './QualitySection.tsx';
import { qualityWords } from './qualityWords.ts';
import { ResultsSection } from './ResultsSection.tsx';
import './metrics.css';

/** How good the network is: loss, quality, what is right and wrong, and the runs before. */
export default function MetricsPane() {
  const figures = figured.value?.looks.figures;
  const { source } = state.value.data;
  const name =
    source.kind === 'preset' ? presets[source.name].title : source.kind === 'table' ? 'Your table' : 'Your points';
  const words = about.value && figures && qualityWords(about.value, figures);
  return (
    <div class="metrics">
      <h2 class="unseen">Metrics</h2>
      {words && (
        <p class="metrics-words">
          {name}: <strong>{words.network}</strong> {words.rows}; {words.baseline}.
        </p>
      )}
      <LossSection />
      <QualitySection />
      <ResultsSection />
      <PastRuns />
    </div>
  );
}
