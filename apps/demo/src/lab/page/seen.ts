/** No frame of the screen is later than this for what came before it: so many times the shortest time between two. */
const tolerance = 1.5;

let shortest = Number.POSITIVE_INFINITY;
let isLate: boolean | undefined;

/** Calls back when what has been changed just now is about to be shown, and tells whether what was shown before made a frame late. */
export function seen(done: (isLate: boolean | undefined) => void): void {
  requestAnimationFrame((shown) => {
    done(isLate);
    isLate = undefined;
    requestAnimationFrame((next) => {
      const time = next - shown;
      shortest = Math.min(shortest, time || shortest);
      isLate = time > tolerance * shortest;
    });
  });
}
