/** What a progress line is written to: `process.stdout`, or anything like it. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line that is rewritten in place, at most ten times a second. */
export interface ProgressLine {
  /** Shows the state of a run, unless the line was written less than 100 ms ago; `samples` is the number done so far. */
  show(epoch: number, samples: number, loss: number): void;
  /** Shows the last state and goes to the next line. */
  end(): void;
}

/** The standard output of a process that runs before a person: not in CI, not in a terminal that cannot rewrite a line. */
export function standardOutput(): Terminal | undefined {
  const { env, stdout } = globalThis.process ?? {};
  return env?.CI === undefined && env?.TERM !== 'dumb' ? stdout : undefined;
}

const silent: ProgressLine = { show: () => {}, end: () => {} };

/** A progress line for `epochs` times `perEpoch` samples; a silent one if the output is no terminal. */
export function progressLine(
  terminal: Terminal | undefined,
  epochs: number,
  perEpoch: number,
  now: () => number = () => performance.now(),
): ProgressLine {
  if (terminal?.isTTY !== true) return silent;
  const start = now();
  let written = Number.NEGATIVE_INFINITY;
  let line = '';
  const write = (): void => {
    terminal.write(`\r${line}\x1b[K`);
  };
  return {
    show: (epoch, samples, loss) => {
      const time = now();
      const seconds = (time - start) / 1000;
      const done = samples / (epochs * perEpoch);
      const parts = [
        `epoch ${epoch}/${epochs}`,
        bar(done),
        `loss ${loss.toPrecision(4)}`,
        `${short(samples / seconds)} samples/s`,
        done < 1 ? `${duration((seconds * (1 - done)) / done)} left` : `in ${seconds.toFixed(1)} s`,
      ];
      line = parts.join('  ').slice(0, (terminal.columns ?? 80) - 1);
      if (time - written < 100) return;
      written = time;
      write();
    },
    end: () => {
      if (line === '') return;
      write();
      terminal.write('\n');
    },
  };
}

const barLength = 20;

function bar(done: number): string {
  const full = Math.round(done * barLength);
  return '█'.repeat(full) + '░'.repeat(barLength - full);
}

/** A number with one letter for its size: 12, 3.4k, 120k, 5.6M. */
function short(x: number): string {
  const [value, letter] = x >= 1e6 ? [x / 1e6, 'M'] : x >= 1e3 ? [x / 1e3, 'k'] : [x, ''];
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)}${letter}`;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
