/** A number in few significant digits, with a true minus: −0.0123, 1.5, 2.3e−8. */
export function numberText(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 10 ** (-2 - digits / 2) || size >= 1e6)
      ? value.toExponential(Math.min(digits, 3) - 1)
      : String(Number(value.toPrecision(digits)));
  return text.replaceAll('-', '−').replace('e+', 'e');
}
