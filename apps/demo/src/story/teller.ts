import type { Terminal } from '@chainrule/training';
import { type Ink, inkFor } from '../terminal/ink.ts';
import type { Screen } from '../terminal/screen.ts';
import { clip, wrap } from '../terminal/wrap.ts';

/** Tells the story: every chapter writes through it, and it keeps count of what was promised. */
export interface Teller {
  readonly screen: Screen;
  readonly ink: Ink;
  /** How many characters a shown line may have. */
  readonly room: number;
  chapter(title: string): void;
  /** A paragraph, broken into lines. */
  say(text: string): void;
  /** Lines as they are, indented, with a blank line before. */
  show(lines: string | readonly string[]): void;
  /** Lines of code or formulas, cut where the terminal ends. */
  code(lines: string | readonly string[]): void;
  /** Runs a training, with a line that shows how far it is if the screen can rewrite one. */
  live<T>(run: (progress: Terminal | false) => Promise<T>): Promise<T>;
  /** A claim that the run has just shown to be true, or not. */
  check(holds: boolean, claim: string): void;
  /** The claims that did not hold, and how many were made. */
  readonly broken: readonly string[];
  readonly checks: number;
}

const indent = '  ';

export function teller(screen: Screen): Teller {
  const ink = inkFor(screen.colour);
  const room = screen.width - indent.length;
  const broken: string[] = [];
  let chapters = 0;
  let checks = 0;
  const show = (lines: string | readonly string[]): void => {
    screen.print('');
    for (const line of [lines].flat()) screen.print((indent + line).trimEnd());
  };
  return {
    screen,
    ink,
    room,
    chapter: (title) => {
      const heading = `${++chapters}. ${title} `;
      screen.print('');
      screen.print(ink.bold(heading) + ink.dim('─'.repeat(Math.max(0, screen.width - heading.length))));
    },
    say: (text) => {
      screen.print('');
      for (const line of wrap(text, screen.width)) screen.print(line);
    },
    show,
    code: (lines) => show([lines].flat().map((line) => (line.startsWith('//') ? ink.dim : ink.code)(clip(line, room)))),
    live: (run) => {
      if (screen.live) screen.print('');
      return run(screen.live);
    },
    check: (holds, claim) => {
      checks++;
      if (!holds) broken.push(claim);
      const [first, ...rest] = wrap(claim, screen.width - 2);
      screen.print('');
      screen.print(`${holds ? ink.right('✓') : ink.wrong('✗')} ${first}`);
      for (const line of rest) screen.print(`  ${line}`);
    },
    broken,
    get checks() {
      return checks;
    },
  };
}
