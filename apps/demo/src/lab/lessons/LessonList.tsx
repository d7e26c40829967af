import { look } from '../store.ts';
import type { Lesson } from './lesson.ts';
import { breakIt, tour } from './lessons.ts';
import { progress } from './progress.ts';

/** All lessons, with what is done of them. */
export function LessonList() {
  return (
    <div class="lesson-groups">
      <Group title="The tour" about="The exercises of the article, one after the other." lessons={tour} />
      <Group title="Break it" about="How training goes wrong, and what helps." lessons={breakIt} />
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly about: string;
  readonly lessons: readonly Lesson[];
}

function Group({ title, about, lessons }: GroupProps) {
  return (
    <div class="lesson-group">
      <h3>{title}</h3>
      <p class="faint">{about}</p>
      <ol class="lesson-list">
        {lessons.map(({ name, title, tasks }, i) => {
          const done = Math.min(progress.value[name] ?? 0, tasks.length);
          return (
            <li key={name}>
              <button type="button" onClick={() => look({ lesson: name })}>
                <span class={`lesson-sign ${done === tasks.length ? 'lesson-is-done' : ''}`} aria-hidden="true">
                  {done === tasks.length ? '✓' : i + 1}
                </span>
                <span>{title}</span>
                <span class="unseen">
                  , {done} of {tasks.length} tasks done
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
