/** Lessons. */
export default function LessonsPane() {
  return <h2>Lessons</h2>;
}
