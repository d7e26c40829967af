import { shortest } from '../numbers.ts';
import type { Cell } from './cell.ts';

/** Rows of cells as a flat file of the OpenDocument format (.fods). */
export const fodsText = (rows: readonly (readonly Cell[])[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces()} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="network">
${rows.map(rowText).join('\n')}
</table:table></office:spreadsheet></office:body>
</office:document>
`;

const namespaces = (): string =>
  ['office', 'table', 'text']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .concat('xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"')
    .join(' ');

const rowText = (cells: readonly Cell[]): string =>
  `<table:table-row>${cells.length === 0 ? '<table:table-cell/>' : cells.map(cellText).join('')}</table:table-row>`;

function cellText(cell: Cell): string {
  if (cell.kind === 'empty') return '<table:table-cell/>';
  if (cell.kind === 'number')
    return `<table:table-cell office:value-type="float" office:value="${shortest(cell.value)}"/>`;
  if (cell.kind === 'formula') return `<table:table-cell table:formula="${escaped(`of:=${cell.text}`)}"/>`;
  return `<table:table-cell office:value-type="string" office:string-value="${escaped(cell.text)}"/>`;
}

/** Text in an attribute: line breaks and tabs would become spaces. */
const escaped = (text: string): string => text.replaceAll(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
