/** Picture. */
export default function PicturePane() {
  return <h2>Picture</h2>;
}
