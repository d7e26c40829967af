/** What stands in a cell. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'formula'; readonly text: string };

export const emptyCell: Cell = { kind: 'empty' };
export const textCell = (text: string): Cell => ({ kind: 'text', text });
export const numberCell = (value: number): Cell => ({ kind: 'number', value });
export const formulaCell = (text: string): Cell => ({ kind: 'formula', text });
