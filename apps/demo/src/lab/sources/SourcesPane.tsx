import { later } from '../page/later.tsx';
import { presets } from '../state/presets.ts';
import { about, isShown, state } from '../store.ts';
import { DataFields } from './DataFields.tsx';
import { NetworkSection } from './NetworkSection.tsx';
import { notice } from './notice.ts';
import { OwnData } from './OwnData.tsx';
import { PresetCards } from './PresetCards.tsx';
import { isTableOpen } from './table/tableDraft.ts';
import './sources.css';

const DropTarget = later(() => import('./DropTarget.tsx'));
const NoticeLine = later(() => import('./NoticeLine.tsx'));
const PointsPlane = later(() => import('./points/PointsPlane.tsx'));
const TrainingSection = later(() => import('./TrainingSection.tsx'));
const TableDialog = later(() => import('./table/TableDialog.tsx'));

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** Data, network and training: what is learnt, by what, and how. */
export default function SourcesPane() {
  const { source } = state.value.data;
  return (
    <div class="sources">
      <section class="sources-section" aria-labelledby="data-heading">
        <h2 id="data-heading">Data</h2>
        <PresetCards />
        <OwnData />
        {notice.value !== undefined && <NoticeLine />}
        {source.kind === 'preset' && <p class="sources-about">{presets[source.name].about}</p>}
        {source.kind === 'table' && about.value !== undefined && (
          <p class="sources-about">
            Predicts {about.value.targetName} from {count(about.value.features.length, 'input')}.
          </p>
        )}
        {source.kind === 'points' && <PointsPlane />}
        <DataFields />
      </section>
      <NetworkSection />
      {isShown.value && <TrainingSection />}
      {isShown.value && <DropTarget />}
      {isTableOpen.value && <TableDialog />}
    </div>
  );
}
