/** What can be done while nothing is selected. It takes the room of the card, so that the graph keeps its size. */
export function DetailsHint() {
  return <p class="graph-details faint">Select a weight to drag it sideways and see everything follow.</p>;
}
