import { useRef } from 'preact/hooks';
import { useFresh } from '../linking/useFresh.ts';
import { about, ask, clock, isPlaying, state } from '../store.ts';
import { CodeActions } from './CodeActions.tsx';
import { CodeOptions } from './CodeOptions.tsx';
import { codeDefault } from './codeChoice.ts';
import { Listing } from './Listing.tsx';
import type { Code } from './printCode.ts';
import { RunIt } from './RunIt.tsx';
import { fileName, targets } from './targets.ts';
import './code.css';

/** The network as code in another language. */
export default function CodePane() {
  const choice = state.value.view.code ?? codeDefault;
  const asked = JSON.stringify(choice);
  const isWanted = useRef(true); // one print even while it plays
  const fresh = useFresh(
    async (): Promise<{ code: Code; asked: string; step: number }> => {
      const step = clock.peek()?.step ?? 0;
      const code = await ask('code', choice);
      isWanted.current = false;
      return { code, asked, step };
    },
    [about.value, asked],
    () => isWanted.current || !isPlaying.value,
  );
  const { value, problem } = fresh.value;
  const { use, title } = targets[choice.target];
  const file = fileName(choice);
  const isCurrent = value?.asked === asked;
  return (
    <div class="code">
      <CodeOptions choice={choice} />
      {problem !== undefined && <p class="code-note code-bad">{problem}</p>}
      {isCurrent && value.code.refusal !== undefined && (
        <div class="code-note code-bad" role="status">
          <strong>{title} cannot take this network as it is.</strong>
          <p>{value.code.refusal}</p>
        </div>
      )}
      {isCurrent && value.code.refusal === undefined && (
        <>
          <CodeActions choice={choice} content={value.code.content} step={value.step} />
          <p class="code-use">{use.replaceAll('FILE', file).replaceAll('NAME', choice.name)}</p>
          {choice.target === 'javascript' && <RunIt choice={choice} />}
          {typeof value.code.content === 'string' ? (
            <Listing text={value.code.content} code={value.code} digits={choice.digits} wrap={choice.wrap} />
          ) : (
            <p class="code-note">{title} is binary, so there is nothing to read here. Download it to use it.</p>
          )}
        </>
      )}
      {!isCurrent && problem === undefined && <p class="faint">{title} is being printed …</p>}
    </div>
  );
}
