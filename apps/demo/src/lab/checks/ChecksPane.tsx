/** Checks. */
export default function ChecksPane() {
  return <h2>Checks</h2>;
}
