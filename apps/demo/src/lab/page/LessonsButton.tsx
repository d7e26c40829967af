import { look, state } from '../store.ts';

/** Opens and closes the lessons. */
export function LessonsButton() {
  const { lesson } = state.value.view;
  return (
    <button
      type="button"
      data-lessons-button
      aria-expanded={lesson !== undefined}
      onClick={() => look({ lesson: lesson === undefined ? '' : undefined })}
    >
      Lessons
    </button>
  );
}
