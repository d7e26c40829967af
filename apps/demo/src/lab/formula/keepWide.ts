/**
 * Keeps a sheet as wide as the widest of its rows has been, and a tenth more: were it to follow them, a browser would draw all of it
 * anew whenever that row changes.
 */
export function keepWide(sheet: HTMLElement): void {
  const needed = Array.from(sheet.children, ({ scrollWidth, clientWidth }) =>
    scrollWidth > clientWidth ? scrollWidth : 0,
  );
  const widest = Math.max(0, ...needed);
  if (widest > 0) sheet.style.setProperty('--wide', `${Math.ceil(1.1 * widest)}px`);
}
