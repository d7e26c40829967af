/** Time. */
export default function TimePane() {
  return <h2>Time</h2>;
}
