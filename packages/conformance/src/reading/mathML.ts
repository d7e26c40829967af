import { SaxesParser } from 'saxes';
import type { Reading } from './expression.ts';
import type { Token } from './grammar.ts';
import { groupOf, readingOf } from './rows.ts';

/** An element of XML. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The elements of MathML Core that have a fixed number of children, and those that hold text. */
const counts: Readonly<Record<string, number>> = { mfrac: 2, msup: 2, msub: 2 };
const textual = new Set(['mi', 'mn', 'mo', 'mtext']);
const others = new Set(['math', 'mrow', 'msqrt', 'mspace', 'mtable', 'mtr', 'mtd']);
const inside: Readonly<Record<string, string>> = { mtable: 'mtr', mtr: 'mtd' };

/** Reads MathML: well-formed XML, of elements that MathML Core has, with as many children as they need. */
export function readMathML(text: string): Reading {
  const math = parsed(text);
  if (math.name !== 'math' || math.attributes['xmlns'] !== 'http://www.w3.org/1998/Math/MathML')
    throw new Error('The root must be math, in the namespace of MathML.');
  const [only] = math.children;
  if (math.children.length !== 1 || only?.name !== 'mtable')
    return readingOf([{ left: [], right: grouped(math.children.flatMap(tokensOf)) }]);
  const rows: { left: Token[]; right: Token[] }[] = [];
  for (const { children } of only.children) {
    const [left, , right] = children as [Element, Element, Element];
    const [first] = right.children;
    if (right.children.length === 1 && first?.name === 'mtext' && first.attributes['class'] === 'block') continue;
    const tokens = grouped(right.children.flatMap(tokensOf));
    if (first?.name === 'mspace') rows.at(-1)?.right.push(...tokens);
    else rows.push({ left: left.children.flatMap(tokensOf), right: tokens });
  }
  return readingOf(rows);
}

function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const path = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const parent = path.at(-1) as Element;
    if (!textual.has(name) && !others.has(name) && counts[name] === undefined)
      throw new Error(`MathML Core has no ${name}.`);
    if (textual.has(parent.name)) throw new Error(`${parent.name} may hold text only.`);
    if (name !== (inside[parent.name] ?? name)) throw new Error(`${parent.name} may not hold ${name}.`);
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    parent.children.push(element);
    path.push(element);
  });
  parser.on('text', (text) => {
    const element = path.at(-1) as Element;
    if (!textual.has(element.name) && text.trim() !== '') throw new Error(`${element.name} may not hold text.`);
    element.text += text;
  });
  parser.on('closetag', () => {
    const { name, children } = path.pop() as Element;
    if (children.length !== (counts[name] ?? children.length))
      throw new Error(`${name} has ${children.length} children.`);
  });
  parser.write(xml).close();
  return root.children[0] as Element;
}

function tokensOf({ name, text, children }: Element): Token[] {
  const inner = (i: number): Token[] => grouped(tokensOf(children[i] as Element));
  switch (name) {
    case 'mn':
      return [{ kind: 'digits', text }];
    case 'mi':
      return [text === '∞' ? { kind: 'sign', text } : { kind: 'symbol', base: text, index: undefined }];
    case 'mtext':
      if (text === 'NaN') return [{ kind: 'sign', text }];
      throw new Error(`A formula has no text "${text}".`);
    case 'mo':
      return [{ kind: 'sign', text }];
    case 'mspace':
      return [];
    case 'msub':
      return [{ kind: 'symbol', base: (children[0] as Element).text, index: (children[1] as Element).text }];
    case 'msup':
      return [...inner(0), { kind: 'power', exponent: inner(1) }];
    case 'mfrac':
      return [{ kind: 'fraction', parts: [inner(0), inner(1)] }];
    case 'msqrt':
      return [{ kind: 'root', body: grouped(children.flatMap(tokensOf)) }];
    case 'mtable': {
      const [[value, condition], [otherwise]] = children.map((row) => row.children) as [[Element, Element], [Element]];
      const [word, ...rest] = condition.children;
      if (word?.text !== 'if\u00a0') throw new Error('A case needs a condition.');
      const parts = [value.children, rest, otherwise.children].map((part) => grouped(part.flatMap(tokensOf)));
      return [{ kind: 'cases', parts: parts as unknown as [Token[], Token[], Token[]] }];
    }
    default: {
      const [first, last] = [children[0], children.at(-1)];
      if (first?.attributes['fence'] === undefined || last?.attributes['fence'] === undefined)
        return children.flatMap(tokensOf);
      return [groupOf(first.text + last.text, grouped(children.slice(1, -1).flatMap(tokensOf)))];
    }
  }
}

/** Names before an (invisible) application are functions. */
function grouped(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens)
    if (token.kind === 'sign' && token.text === '\u2061') {
      const called = result.pop();
      if (called?.kind !== 'symbol') throw new Error('Only a name can be called.');
      result.push({ kind: 'function', name: called.base });
    } else if (token.kind !== 'sign' || token.text !== '{') result.push(token);
  return result;
}
