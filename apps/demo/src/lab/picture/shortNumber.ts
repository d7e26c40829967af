/** A number as people read it beside an axis. */
export const shortNumber = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(3))).replace('-', '−') : String(value);

/** A share as whole percent. */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;
