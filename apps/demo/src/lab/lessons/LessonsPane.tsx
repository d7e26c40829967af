import { useEffect, useRef } from 'preact/hooks';
import { look, state } from '../store.ts';
import { LessonList } from './LessonList.tsx';
import { LessonView } from './LessonView.tsx';
import { lessons } from './lessons.ts';
import './lessons.css';

function close(): void {
  look({ lesson: undefined });
  document.querySelector<HTMLElement>('[data-lessons-button]')?.focus();
}

/** The lessons, on top of the panes. Escape closes them. */
export default function LessonsPane() {
  const name = state.value.view.lesson;
  const at = lessons.findIndex((lesson) => lesson.name === name);
  const lesson = lessons[at];
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [name]);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isHere = document.activeElement === document.body || section.current?.contains(document.activeElement);
      if (event.key === 'Escape' && isHere && !event.defaultPrevented) close();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <section class="lesson" aria-labelledby="lesson-title" ref={section}>
      <header class="lesson-head">
        <h2 id="lesson-title" ref={heading} tabIndex={-1}>
          {lesson === undefined ? 'Lessons' : lesson.title}
        </h2>
        <nav aria-label="Lessons">
          {lesson !== undefined && (
            <>
              <button type="button" onClick={() => look({ lesson: '' })}>
                All lessons
              </button>
              <button type="button" disabled={at === 0} onClick={() => look({ lesson: lessons[at - 1]?.name })}>
                <span aria-hidden="true">‹</span>
                <span class="unseen">Previous lesson</span>
              </button>
              <button
                type="button"
                disabled={at === lessons.length - 1}
                onClick={() => look({ lesson: lessons[at + 1]?.name })}
              >
                <span aria-hidden="true">›</span>
                <span class="unseen">Next lesson</span>
              </button>
            </>
          )}
          <button type="button" onClick={close} title="Escape closes the lessons too">
            <span aria-hidden="true">✕</span>
            <span class="unseen">Close lessons</span>
          </button>
        </nav>
      </header>
      {lesson === undefined ? <LessonList /> : <LessonView key={lesson.name} lesson={lesson} />}
    </section>
  );
}
