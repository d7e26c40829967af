import type { ComponentType } from 'preact';
import { MiniMetrics } from '../metrics/MiniMetrics.tsx';
import PicturePane from '../picture/PicturePane.tsx';
import { tabs } from '../state/choices.ts';
import type { Tab } from '../state/labState.ts';
import { look, state } from '../store.ts';
import { later } from './later.tsx';

const panes: Readonly<Record<Tab, ComponentType>> = {
  picture: PicturePane, // it is what most see first
  formula: later(() => import('../formula/FormulaPane.tsx')),
  code: later(() => import('../code/CodePane.tsx')),
  metrics: later(() => import('../metrics/MetricsPane.tsx')),
  checks: later(() => import('../checks/ChecksPane.tsx')),
  speed: later(() => import('../speed/SpeedPane.tsx')),
};

const step: Readonly<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => (at + 1) % tabs.length,
  ArrowLeft: (at) => (at + tabs.length - 1) % tabs.length,
  Home: () => 0,
  End: () => tabs.length - 1,
};

/** The views at the right, one at a time. */
export function Tabs() {
  const { tab } = state.value.view;
  const Pane = panes[tab];
  const move = (event: KeyboardEvent): void => {
    const to = step[event.key]?.(tabs.indexOf(tab));
    if (to === undefined) return;
    event.preventDefault();
    look({ tab: tabs[to] as Tab });
    document.getElementById(`tab-${tabs[to]}`)?.focus();
  };
  return (
    <section class="right" aria-label="Views">
      <MiniMetrics />
      <div class="tabs" role="tablist" aria-label="Views" onKeyDown={move}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === tab}
            aria-controls="view"
            tabIndex={name === tab ? 0 : -1}
            onClick={() => look({ tab: name })}
          >
            {name}
          </button>
        ))}
      </div>
      <div class="view" role="tabpanel" id="view" aria-labelledby={`tab-${tab}`}>
        <Pane />
      </div>
    </section>
  );
}
