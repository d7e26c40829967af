/** Metrics. */
export default function MetricsPane() {
  return <h2>Metrics</h2>;
}
