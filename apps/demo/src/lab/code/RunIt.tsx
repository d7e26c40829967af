import { useSignal } from '@preact/signals';
import { ask, milestone } from '../store.ts';
import type { CodeChoice } from './codeChoice.ts';
import type { Measured } from './measure.ts';
import { runExported } from './runExported.ts';

type Result = { readonly measured: Measured } | { readonly problem: string };

/** Runs the exported module and compares it with the network. */
export function RunIt({ choice }: { choice: CodeChoice }) {
  const isRunning = useSignal(false);
  const result = useSignal<Result | undefined>(undefined);
  const run = async (): Promise<void> => {
    isRunning.value = true;
    try {
      const measured = await runExported(await ask('runnable', choice));
      result.value = { measured };
      milestone.value = `The exported module ran over ${measured.rows} rows. The largest difference is ${measured.difference}.`;
    } catch (error) {
      result.value = { problem: (error as Error).message };
      milestone.value = (error as Error).message;
    }
    isRunning.value = false;
  };
  return (
    <section class="code-run" aria-label="Run it now">
      <div class="code-run-head">
        <button type="button" class="primary" onClick={run} disabled={isRunning.value}>
          {isRunning.value ? 'Running …' : 'Run it now'}
        </button>
        <span class="faint">this very file, over all rows, beside the network</span>
      </div>
      {result.value !== undefined &&
        ('problem' in result.value ? (
          <p class="code-note">{result.value.problem}</p>
        ) : (
          <Outcome measured={result.value.measured} />
        ))}
    </section>
  );
}

function Outcome({ measured: { rows, difference, rowsPerSecond, selfTest, bound } }: { measured: Measured }) {
  const isHeld = selfTest !== undefined && selfTest <= (bound ?? 0);
  return (
    <dl class="code-outcome">
      <div>
        <dt>Largest difference to the network</dt>
        <dd data-measured="difference" class={difference === 0 ? 'code-good' : ''}>
          {difference === 0 ? '0, the same bits ✓' : difference.toPrecision(2)}
        </dd>
      </div>
      <div>
        <dt>Its own test, and its promise</dt>
        <dd data-measured="selfTest" class={isHeld ? 'code-good' : ''}>
          {selfTest === undefined
            ? 'it carries no rows to check'
            : `${short(selfTest)} ${isHeld ? '≤' : '>'} ${short(bound ?? 0)} ${isHeld ? '✓' : '✗'}`}
        </dd>
      </div>
      <div>
        <dt>Speed</dt>
        <dd data-measured="speed">
          {perSecond(rowsPerSecond)} rows a second, over {rows.toLocaleString('en')} rows
        </dd>
      </div>
    </dl>
  );
}

const short = (value: number): string => (value === 0 ? '0' : value.toPrecision(2));

const perSecond = (rate: number): string =>
  rate >= 1e6 ? `${(rate / 1e6).toPrecision(2)} million` : Math.round(rate).toLocaleString('en');
