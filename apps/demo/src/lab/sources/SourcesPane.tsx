import { presets } from '../state/presets.ts';
import { state } from '../store.ts';
import { DataFields } from './DataFields.tsx';
import { NetworkSection } from './NetworkSection.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import { PresetCards } from './PresetCards.tsx';
import { TrainingSection } from './TrainingSection.tsx';
import './sources.css';

/** Data, network and training: what is learnt, by what, and how. */
export default function SourcesPane() {
  const { source } = state.value.data;
  return (
    <div class="sources">
      <section class="sources-section" aria-labelledby="data-heading">
        <h2 id="data-heading">Data</h2>
        <PresetCards />
        <NoticeLine />
        {source.kind === 'preset' && <p class="sources-about">{presets[source.name].about}</p>}
        <DataFields />
      </section>
      <NetworkSection />
      <TrainingSection />
    </div>
  );
}
