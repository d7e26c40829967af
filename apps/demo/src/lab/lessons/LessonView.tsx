import { useSignalEffect } from '@preact/signals';
import type { LabState } from '../state/labState.ts';
import { milestone, open, problem, state } from '../store.ts';
import { freshFrame } from './freshFrame.ts';
import type { Lesson } from './lesson.ts';
import { progress, setProgress } from './progress.ts';
import { TaskItem } from './TaskItem.tsx';
import { WithCode } from './WithCode.tsx';

/** One lesson: its sentences, its network, and its tasks, which are ticked off as the page shows that they are done. */
export function LessonView({ lesson }: { readonly lesson: Lesson }) {
  const { name, text, tasks, moral } = lesson;
  const done = Math.min(progress.value[name] ?? 0, tasks.length);

  const tick = (): void => {
    const now = (progress.peek()[name] ?? 0) + 1;
    setProgress(name, now);
    milestone.value = now === tasks.length ? `Lesson done. ${moral}` : `Done. Next: ${tasks[now]?.text}`;
  };
  useSignalEffect(() => {
    const task = tasks[progress.value[name] ?? 0];
    const frame = freshFrame();
    if (task === undefined || 'answer' in task || frame === undefined) return;
    if (task.holds({ state: state.value, frame, problem: problem.value })) tick();
  });

  /** Opens a state under the lesson, in the colours that are set. */
  const show = (wanted: LabState): void => {
    const { theme, lesson } = state.value.view;
    open({ ...wanted, view: { ...wanted.view, theme, ...(lesson === undefined ? {} : { lesson }) } });
  };
  const begin = (): void => {
    setProgress(name, 0);
    show(lesson.state);
  };
  return (
    <div class="lesson-columns">
      <div class="lesson-text">
        {text.map((paragraph) => (
          <p key={paragraph}>
            <WithCode text={paragraph} />
          </p>
        ))}
      </div>
      <div class="lesson-tasks">
        <button type="button" class={done === 0 ? 'primary' : ''} onClick={begin}>
          {done === 0 ? 'Open the network' : 'Start again'}
        </button>
        <ol class="lesson-list">
          {tasks.map((task, i) => (
            <TaskItem
              key={task.text}
              task={task}
              stage={i < done ? 'done' : i === done ? 'now' : 'later'}
              onOpen={show}
              onDone={tick}
            />
          ))}
        </ol>
        {done === tasks.length && <p class="lesson-moral">{moral}</p>}
      </div>
    </div>
  );
}
