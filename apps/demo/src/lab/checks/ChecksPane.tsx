import { signal } from '@preact/signals';
import { about, milestone } from '../store.ts';
import type { About } from '../worker/protocol.ts';
import type { Check, Finding } from './check.ts';
import { engines } from './engines.ts';
import { gradient } from './gradient.ts';
import { twice } from './twice.ts';
import './checks.css';

const checks: readonly Check[] = [gradient, engines, twice];

type Outcome = Finding | 'running' | { readonly trouble: string };

/** What was found, and of what: it is forgotten when something else is open. */
const found = signal<{ readonly of: About | undefined; readonly outcomes: readonly (Outcome | undefined)[] }>({
  of: undefined,
  outcomes: [],
});
const isRunning = signal(false);

async function runAll(): Promise<void> {
  const of = about.value;
  isRunning.value = true;
  const outcomes: Outcome[] = [];
  for (const { run } of checks) {
    found.value = { of, outcomes: [...outcomes, 'running'] };
    outcomes.push(await run().catch(({ message }: Error) => ({ trouble: message })));
  }
  found.value = { of, outcomes };
  isRunning.value = false;
  if (of !== about.value) return;
  const held = outcomes.filter((outcome) => typeof outcome === 'object' && 'holds' in outcome && outcome.holds).length;
  milestone.value = `${held} of ${checks.length} checks hold.`;
}

/** Proofs about the open network, with their numbers. */
export default function ChecksPane() {
  const { of, outcomes } = found.value;
  return (
    <div class="checks">
      <div class="checks-head">
        <h2>Is it right?</h2>
        <button type="button" class="primary" disabled={isRunning.value || about.value === undefined} onClick={runAll}>
          {isRunning.value ? 'Checking …' : 'Run all checks'}
        </button>
      </div>
      <ol class="checks-list">
        {checks.map(({ title, about: what }, i) => (
          <CheckItem key={title} title={title} what={what} outcome={of === about.value ? outcomes[i] : undefined} />
        ))}
      </ol>
      <p class="faint">
        The Code tab checks the exported programs in the same way: each is run and compared with the model.
      </p>
    </div>
  );
}

function CheckItem({ title, what, outcome }: { title: string; what: string; outcome: Outcome | undefined }) {
  const [sign, word] = signOf(outcome);
  return (
    <li class={`checks-item checks-${word.replaceAll(' ', '-')}`}>
      <h3>
        <span class="checks-sign" aria-hidden="true">
          {sign}
        </span>
        <span class="unseen">{word}: </span>
        {title}
      </h3>
      <p class="faint">{what}</p>
      {typeof outcome === 'object' && ('trouble' in outcome ? <p>{outcome.trouble}</p> : <Found {...outcome} />)}
    </li>
  );
}

function Found({ result, numbers }: Finding) {
  return (
    <>
      <p class="checks-result">{result}</p>
      <dl class="checks-numbers">
        {numbers.map(([term, number]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{number}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function signOf(outcome: Outcome | undefined): readonly [sign: string, word: string] {
  if (outcome === undefined) return ['○', 'not run'];
  if (outcome === 'running') return ['…', 'running'];
  if ('trouble' in outcome) return ['✗', 'failed'];
  return outcome.holds ? ['✓', 'holds'] : ['✗', 'fails'];
}
