/** Code. */
export default function CodePane() {
  return <h2>Code</h2>;
}
