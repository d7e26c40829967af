/** A share as percent; only what is whole is 100 %, only what is nothing is 0 %. */
export function percent(share: number): string {
  const tenths = Math.round(1000 * share);
  const honest = share < 1 && tenths === 1000 ? 999 : share > 0 && tenths === 0 ? 1 : tenths;
  return `${honest / 10} %`;
}

/** A number in at most three digits that count. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'no number' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 1e-3 || size >= 1e5) ? value.toExponential(2) : String(Number(value.toPrecision(3)));
  return text.replace('-', '−');
}
