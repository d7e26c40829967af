import { instance } from '@viz-js/viz';
import { parseExpressionAt } from 'acorn';
import { JSDOM } from 'jsdom';
import { SaxesParser } from 'saxes';

/** The lines of text in a drawing: those of a box or an arrow together. */
export type Lines = readonly (readonly string[])[];

/** What Graphviz sets, read from the picture that it makes. */
export async function readDot(dot: string): Promise<Lines> {
  const { status, output, errors } = (await instance()).render(dot, { format: 'svg' });
  // it knows how wide ASCII is, and guesses the rest
  const complaints = errors.filter(({ message }) => !message.includes('no value for width of non-ASCII character'));
  if (status !== 'success' || complaints.length > 0) throw new Error(JSON.stringify(complaints));
  const groups: string[][] = [];
  const parser = new SaxesParser();
  let isText = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'g') groups.push([]);
    isText = name === 'text';
    if (isText) groups.at(-1)?.push('');
  });
  parser.on('text', (text) => {
    const lines = groups.at(-1);
    if (isText && lines !== undefined) lines[lines.length - 1] += text.replaceAll('\u00a0', ' ');
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'text') isText = false;
  });
  parser.write(output.replaceAll('&nbsp;', '&#160;')).close();
  return groups.filter((lines) => lines.length > 0);
}

interface Vertex {
  readonly text: string;
}

interface Mermaid {
  readonly mermaidAPI: {
    getDiagramFromText(text: string): Promise<{
      readonly db: {
        getVertices(): Map<string, Vertex>;
        getEdges(): readonly Vertex[];
        getSubGraphs(): readonly { readonly title: string }[];
      };
    }>;
  };
}

let loading: Promise<Mermaid> | undefined;

/** What Mermaid's own parser finds; it wants a page to clean texts with. */
export async function readMermaid(text: string): Promise<Lines> {
  loading ??= (async () => {
    const { window } = new JSDOM('<!doctype html><body></body>');
    Object.assign(globalThis, { window, document: window.document });
    const { default: mermaid } = await import('mermaid');
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
    return mermaid as unknown as Mermaid;
  })();
  const { db } = await (await loading).mermaidAPI.getDiagramFromText(text);
  // Mermaid keeps `#35;` so, until it shows it
  const shown = (each: string): string =>
    each.replaceAll(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
  return [
    ...[...db.getVertices().values(), ...db.getEdges()].map((vertex) => vertex.text),
    ...db.getSubGraphs().map(({ title }) => title),
  ]
    .filter((each) => each !== '')
    .map((each) => each.split('<br>').map(shown));
}

/** The name that a drawing shows, plain or in quotes, with `suffix` (the number of a call) inside of either. */
export function shownName(text: string): string {
  if (!text.startsWith('"')) return text;
  const literal = parseExpressionAt(text, 0, { ecmaVersion: 'latest' });
  if (literal.end !== text.length || literal.type !== 'Literal') throw new Error(`${text} is no name.`);
  return String(literal.value);
}
