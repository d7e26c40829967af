import type { Spelling } from '../spelling.ts';

/** What an argument of a routine is. */
export type Kind = 'number' | 'numbers' | 'result';

/** How a language with loops and routines writes statements. Texts come in as the language's own expressions. */
export interface Language extends Omit<Spelling, 'input'> {
  /** What ends a statement. */
  readonly end: string;
  /** What begins and ends a block of statements. */
  readonly open: string;
  readonly close: string | undefined;
  comment(text: string): string;
  /** A condition after `if` and `while`. */
  readonly condition: (text: string) => string;
  readonly choose: (condition: string, a: string, b: string) => string;
  readonly equal: string;
  readonly unequal: string;
  /** Declares variables that get their values later, where that must be done. */
  readonly variables: (names: readonly string[]) => string | undefined;
  /** A name for a value, which may change if it is `variable`. */
  constant(name: string, value: string): string;
  variable(name: string, value: string): string;
  /** The head of a loop of whole numbers from `from` up to, not with, `to`. */
  loop(name: string, from: number, to: string): string;
  /** The head of a routine that gives a number, or nothing. */
  routine(
    name: string,
    parameters: readonly (readonly [name: string, kind: Kind])[],
    gives: 'number' | 'nothing',
  ): string;
  /** A table of numbers, or of places. */
  table(name: string, values: readonly number[], kind: 'numbers' | 'places'): string;
  /** What a routine or a table of ours is called, so that it meets no other's. */
  readonly own: (name: string) => string;
  /** What the language calls its own functions. */
  readonly native: Readonly<Record<string, string>>;
}

/** Lines of code, indented as far as their blocks. */
export interface Code {
  readonly lines: readonly string[];
  statement(text: string): void;
  line(text: string): void;
  /** A head, and what it holds. */
  block(head: string, body: () => void): void;
}

/** Collects lines. */
export function code({ end, open, close }: Pick<Language, 'end' | 'open' | 'close'>): Code {
  const lines: string[] = [];
  let indent = '';
  const line = (text: string): void => void lines.push(indent + text);
  return {
    lines,
    line,
    statement: (text) => line(text + end),
    block: (head, body) => {
      line(head + open);
      indent += '  ';
      body();
      indent = indent.slice(2);
      if (close !== undefined) line(close);
    },
  };
}
