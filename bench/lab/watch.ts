/** What of a report of the worker is looked at. */
interface Report {
  readonly frame?: { readonly looks: { readonly graph?: { readonly values?: Float64Array } } };
}

/** What a page notes while it is measured. */
export interface Watch {
  /** Times of animation frames. */
  frames: number[];
  /** Begins to note them, from the next on. */
  begin(): void;
  /** Told of each report before the page is. */
  listen: ((report: Report) => void) | undefined;
  /** When something first held after a frame was on the screen. */
  painted(holds: () => boolean): Promise<number>;
}

/** Runs in the page before its own scripts. */
export function watch(): void {
  const page = globalThis as unknown as { watch: Watch; Worker: typeof Worker };
  let isNoting = false;
  const its: Watch = {
    frames: [],
    begin: () => {
      its.frames = [];
      isNoting = true;
    },
    listen: undefined,
    painted: (holds) =>
      new Promise((done, fail) => {
        const end = performance.now() + 20_000;
        const look = (now: number): void => {
          if (now > end) {
            fail(new Error('What was waited for has not come to the screen in 20 seconds.'));
            return;
          }
          if (!holds()) {
            requestAnimationFrame(look);
            return;
          }
          const { port1, port2 } = new MessageChannel(); // its message comes after what the frame draws
          port1.onmessage = () => done(performance.now());
          port2.postMessage(0);
        };
        requestAnimationFrame(look);
      }),
  };
  page.watch = its;
  page.Worker = class extends page.Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }: MessageEvent<Report>) => its.listen?.(data));
    }
  };
  const note = (now: number): void => {
    if (isNoting) its.frames.push(now);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
}
