const mathML = 'http://www.w3.org/1998/Math/MathML';

/**
 * The rows of a formula, each a line of its own: a browser lays out a table of MathML as a whole whenever one number in it changes, but
 * of lines only that one.
 */
export function sheetRows(text: string): HTMLElement[] {
  const template = document.createElement('template');
  template.innerHTML = text; // escaped by the exporter
  const math = template.content.firstElementChild;
  const table = math?.firstElementChild?.localName === 'mtable' ? math.firstElementChild : undefined;
  if (math == null) return [];
  if (table === undefined) return [lineOf([[...math.childNodes]])];
  return Array.from(table.children, ({ children: [name, equals, value] }) =>
    lineOf([[...(name?.childNodes ?? [])], [...(equals?.childNodes ?? []), ...(value?.childNodes ?? [])]]),
  );
}

/** One row of a table. */
export const sheetRow = (text: string): HTMLElement =>
  sheetRows(`<math><mtable>${text}</mtable></math>`)[0] as HTMLElement;

/** Keeps the place of a row that comes later. */
export const emptyRow = (): HTMLElement => lineOf([]);

/** What a row may be higher for than others. */
const tall = 'mfrac, msqrt, msup, mtable';

function lineOf(cells: readonly (readonly Node[])[]): HTMLElement {
  const line = document.createElement('div');
  for (const nodes of cells) {
    const math = document.createElementNS(mathML, 'math');
    math.setAttribute('displaystyle', 'true');
    math.append(...nodes);
    line.append(math);
  }
  line.className = 'formula-line';
  line.classList.toggle('formula-alone', cells.length === 1);
  line.classList.toggle('formula-tall', line.querySelector(tall) !== null);
  line.classList.toggle('formula-fraction', line.querySelector('mfrac') !== null);
  return line;
}
