import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { LabState } from '../state/labState.ts';
import type { Question, Task } from './lesson.ts';
import { WithCode } from './WithCode.tsx';

interface TaskItemProps {
  readonly task: Task;
  readonly stage: 'done' | 'now' | 'later';
  onOpen(state: LabState): void;
  onDone(): void;
}

const signs = { done: '✓', now: '▸', later: '○' } as const;
const words = { done: 'Done: ', now: 'Now: ', later: 'Later: ' } as const;

/** A task of a lesson, with what it needs while it is the next. */
export function TaskItem({ task, stage, onOpen, onDone }: TaskItemProps) {
  return (
    <li class={`lesson-task lesson-${stage}`} aria-current={stage === 'now' ? 'step' : undefined}>
      <span class={`lesson-sign ${stage === 'done' ? 'lesson-is-done' : ''}`} aria-hidden="true">
        {signs[stage]}
      </span>
      <div>
        <span class="unseen">{words[stage]}</span>
        <WithCode text={task.text} />
        {stage === 'now' && 'answer' in task && <Answer question={task} onRight={onDone} />}
        {stage === 'now' && 'state' in task && task.state !== undefined && (
          <button type="button" class="lesson-open" onClick={() => onOpen(task.state as LabState)}>
            Open it
          </button>
        )}
        {stage === 'done' && 'answer' in task && <strong> {Number(task.answer.toPrecision(4))}</strong>}
      </div>
    </li>
  );
}

function Answer({ question: { text, answer, tolerance }, onRight }: { question: Question; onRight: () => void }) {
  const given = useSignal('');
  const said = useSignal('');
  const id = useId();
  const check = (event: Event): void => {
    event.preventDefault();
    const value = Number(given.value.trim().replace(',', '.'));
    if (given.value.trim() === '' || !Number.isFinite(value)) said.value = 'Give a number.';
    else if (Math.abs(value - answer) <= tolerance) onRight();
    else said.value = `Not ${given.value.trim()}. Try again.`;
  };
  return (
    <form class="lesson-answer" onSubmit={check}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={text.replaceAll('`', '')}
        aria-describedby={id}
        value={given}
        onInput={({ currentTarget }) => {
          given.value = currentTarget.value;
        }}
      />
      <button type="submit">Check</button>
      <span id={id} role="status">
        {said}
      </span>
    </form>
  );
}
