/** Milliseconds of work after which the event loop gets its turn. */
const slice = 12;

/**
 * Tells a loop when it has worked long enough. It looks at the clock only every so many steps, and decides only when to
 * pause, never what is computed.
 */
export function pacer(now: () => number = () => performance.now()): {
  /** How many steps until the clock is looked at again. */
  readonly steps: number;
  /** Whether it is time for a pause, after so many more steps. */
  due(made?: number): boolean;
  resume(): void;
} {
  let resumed = now();
  let looked = resumed;
  let between = 1;
  let done = 0;
  return {
    get steps() {
      return Math.max(1, between - done);
    },
    due: (made = 1) => {
      done += made;
      if (done < between) return false;
      done = 0;
      const time = now();
      if (time - looked < 2) between = Math.min(between * 2, 65536);
      else if (time - looked > 4) between = Math.max(1, between >> 1);
      looked = time;
      return time - resumed >= slice;
    },
    resume: () => {
      resumed = looked = now();
    },
  };
}

/** Lets timers, input and painting happen. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
