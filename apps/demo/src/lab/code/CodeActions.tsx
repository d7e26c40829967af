import { CopyButton } from '../linking/CopyButton.tsx';
import { download } from '../page/download.ts';
import { isPlaying, look, tell } from '../store.ts';
import type { CodeChoice } from './codeChoice.ts';
import type { Code } from './printCode.ts';
import { fileName, targets } from './targets.ts';

/** What can be done with the code, and how large it is. */
export function CodeActions({ choice, content, step }: { choice: CodeChoice; content: Code['content']; step: number }) {
  const { title, type } = targets[choice.target];
  const size = typeof content === 'string' ? new TextEncoder().encode(content).length : content.length;
  return (
    <div class="code-actions">
      {typeof content === 'string' && (
        <CopyButton what={`The code in ${title}`} text={() => content}>
          Copy
        </CopyButton>
      )}
      <button type="button" onClick={() => download(fileName(choice), type, content)}>
        Download
      </button>
      <span class="faint">
        {fileName(choice)}, {sizeText(size)}
      </span>
      {typeof content === 'string' && (
        <label>
          <input
            type="checkbox"
            checked={choice.wrap}
            onChange={({ currentTarget }) => look({ code: { ...choice, wrap: currentTarget.checked } })}
          />
          wrap lines
        </label>
      )}
      {isPlaying.value && (
        <span class="code-stale">
          as of step {step.toLocaleString('en')}
          <button type="button" onClick={() => tell({ kind: 'pause' })}>
            Pause to refresh
          </button>
        </span>
      )}
    </div>
  );
}

/** A size as people read it. */
function sizeText(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toPrecision(3)} kB`;
}
