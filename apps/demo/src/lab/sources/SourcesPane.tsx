/** Data and model. */
export default function SourcesPane() {
  return <h2>Data and model</h2>;
}
