/** Speed. */
export default function SpeedPane() {
  return <h2>Speed</h2>;
}
