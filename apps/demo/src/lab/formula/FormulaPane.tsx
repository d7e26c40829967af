/** Formula. */
export default function FormulaPane() {
  return <h2>Formula</h2>;
}
