import type { Terminal } from '@chainrule/training';

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Hides the cursor while a live line is being rewritten; it is shown again however the process ends, on Ctrl-C too. */
export function hideCursor(
  terminal: Terminal,
  process: { on(event: string, listener: () => void): unknown; exit(code: number): void },
): void {
  terminal.write('\x1b[?25l');
  process.on('exit', () => terminal.write('\x1b[?25h'));
  for (const [signal, code] of Object.entries(signals))
    process.on(signal, () => {
      terminal.write('\n');
      process.exit(code);
    });
}
