import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';

/** A number, a text, or undefined for a cell that is empty or an error. */
export type Found = number | string | undefined;

/** Semicolons of the import of CSV: commas, quotes, UTF-8, English numbers, formulas that are evaluated. */
const csvImport = 'CSV:44,34,76,1,,1033,false,true,false,false,false,-1,true';

/** Lets LibreOffice compute sheets, and gives the cells of each. */
export async function computed(files: readonly string[], folder: string): Promise<Found[][][]> {
  const out = join(folder, 'computed');
  const profile = `-env:UserInstallation=file://${profileFolder()}`;
  const filter = extname(files[0] ?? '') === '.csv' ? [`--infilter=${csvImport}`] : [];
  const flags = [profile, '--headless', ...filter, '--convert-to', 'fods', '--outdir', out, ...files];
  await promisify(execFile)('soffice', flags);
  const tables = files.map((file) => cellsOf(readFileSync(join(out, `${basename(file, extname(file))}.fods`), 'utf8')));
  rmSync(out, { recursive: true });
  return tables;
}

let profile: string | undefined;
/** One profile for this process: making one takes longer than a sheet. */
function profileFolder(): string {
  if (profile !== undefined) return profile;
  const made = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  profile = made;
  return made;
}

/** The cells of the first table of a flat OpenDocument file. */
function cellsOf(text: string): Found[][] {
  const [, table = ''] = /<table:table [^>]*>([\s\S]*?)<\/table:table>/.exec(text) ?? [];
  const rows: Found[][] = [];
  for (const [, head = '', body = ''] of table.matchAll(
    /<table:table-row([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-row>)/g,
  )) {
    const cells: Found[] = [];
    for (const [, attributes = '', content = ''] of body.matchAll(
      /<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g,
    )) {
      const cell = cellOf(attributes, content);
      const count = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
      for (let i = 0; i < Math.min(count, 20_000); i++) cells.push(cell);
    }
    while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
    const count = Number(/number-rows-repeated="(\d+)"/.exec(head)?.[1] ?? 1);
    // the rest of a sheet is one empty row, repeated
    for (let i = 0; i < Math.min(count, 2000); i++) rows.push(cells);
  }
  return rows;
}

function cellOf(attributes: string, content: string): Found {
  if (/calcext:value-type="error"/.test(attributes)) return undefined;
  const value = /office:value="([^"]*)"/.exec(attributes)?.[1];
  if (value !== undefined) return Number(value);
  const paragraphs = [...content.matchAll(/<text:p[^>]*?(?:\/>|>([\s\S]*?)<\/text:p>)/g)].map(([, inner = '']) =>
    plain(inner),
  );
  return paragraphs.length === 0 ? undefined : paragraphs.join('\n');
}

/** Text with the elements that stand for white space, and without others. */
const plain = (xml: string): string =>
  xml
    .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = '1') => ' '.repeat(Number(count)))
    .replaceAll('<text:tab/>', '\t')
    .replaceAll('<text:line-break/>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|quot|apos|amp));/gi, (_, decimal, hex, name) =>
      name === undefined
        ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
        : (entities[name] as string),
    );

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
