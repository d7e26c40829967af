import type { Terminal } from '@chainrule/training';

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

interface Process {
  on(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
  exit(code: number): void;
}

/**
 * Hides the cursor while a live line is being rewritten; it is shown again however the process ends, on Ctrl-C too.
 * @returns Shows the cursor before that, and leaves the signals alone again.
 */
export function hideCursor(terminal: Terminal, process: Process): () => void {
  terminal.write('\x1b[?25l');
  const listeners: [event: string, listener: () => void][] = [
    ['exit', () => terminal.write('\x1b[?25h')],
    ...Object.entries(signals).map(([signal, code]): [string, () => void] => [
      signal,
      () => {
        terminal.write('\n');
        process.exit(code);
      },
    ]),
  ];
  for (const [event, listener] of listeners) process.on(event, listener);
  return () => {
    for (const [event, listener] of listeners) process.off(event, listener);
    terminal.write('\x1b[?25h');
  };
}
