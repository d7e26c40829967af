import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { toAddress } from '../src/lab/state/address.ts';
import type { LabState, PresetName } from '../src/lab/state/labState.ts';
import { presets } from '../src/lab/state/presets.ts';
import type { Frame, Report, Request } from '../src/lab/worker/protocol.ts';
import type { QuestionName, Questions } from '../src/lab/worker/questions.ts';

/** The Lab in a page of a browser that knows nothing of other journeys. */
export interface Lab {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Where it is served. */
  readonly address: string;
  /** Loads the page with this state in its address, or with this end of an address, and waits until its first frame is shown. */
  open(what: LabState | string): Promise<void>;
  /** What is on the screen, as the worker has told the page. */
  frame(): Promise<Frame>;
  /** Waits until that holds for a frame, and gives it. */
  until(holds: (frame: Frame) => boolean): Promise<Frame>;
  /** Sends the worker what the page would. */
  tell(request: Request): Promise<void>;
  /** Asks the worker what the page would. */
  ask<K extends QuestionName>(name: K, argument: Questions[K]['argument']): Promise<Questions[K]['answer']>;
  /** All that the browser has complained about: errors, and what the policy forbade. */
  readonly complaints: string[];
}

/** How long anything may take before a journey has failed, in milliseconds. */
const patience = 60_000;

/** The messages between page and worker, as a page of a journey keeps them. */
export interface Tap {
  worker: Worker;
  frame: Frame | undefined;
  /** How many states have been opened. */
  opened: number;
  asked: number;
}

/** Runs in the page before its own scripts. */
function listen(): void {
  const page = globalThis as unknown as { tap: Tap; Worker: typeof Worker };
  page.Worker = class extends page.Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      if (!String(address).includes('train.worker')) return;
      const tap: Tap = { worker: this, frame: undefined, opened: 0, asked: 1e6 };
      page.tap = tap;
      this.addEventListener('message', ({ data }: MessageEvent<Report>) => {
        if (data.kind === 'frame') {
          const before = data.frame.isPart ? tap.frame?.looks : {}; // stays on the screen
          tap.frame = { ...data.frame, looks: { ...before, ...data.frame.looks } };
        }
        if (data.kind === 'opened') tap.opened++;
      });
    }
  };
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
    console.error(`The policy forbids ${effectiveDirective} of ${blockedURI} in ${sourceFile}`),
  );
}

/** The same in a worker, where the browser itself says nothing. */
function listenInWorker(): void {
  self.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
    console.error(`The policy forbids ${effectiveDirective} of ${blockedURI} in ${sourceFile}`),
  );
}

const frameOf = (): Frame | undefined => (globalThis as unknown as { tap?: Tap }).tap?.frame;

function send(request: Request): void {
  (globalThis as unknown as { tap: Tap }).tap.worker.postMessage(request);
}

function question({ name, argument }: { name: string; argument: unknown }): Promise<unknown> {
  const { tap } = globalThis as unknown as { tap: Tap };
  const id = tap.asked++;
  return new Promise((done, fail) => {
    tap.worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      if (data.kind === 'answer' && data.id === id) done(data.answer);
      if (data.kind === 'failed' && data.id === id) fail(new Error(data.message));
    });
    tap.worker.postMessage({ kind: 'ask', id, name, argument });
  });
}

/** A page of a context as a Lab. */
export async function labIn(context: BrowserContext, address: string = inject('address')): Promise<Lab> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('worker', (worker) => worker.evaluate(listenInWorker).catch(() => {})); // it may have ended already
  await page.addInitScript(listen);
  const until: Lab['until'] = async (holds) => {
    const end = performance.now() + patience;
    for (;;) {
      const frame = await page.evaluate(frameOf);
      if (frame !== undefined && holds(frame)) return frame;
      if (performance.now() > end) throw new Error(`The page was waited for in vain; last: ${JSON.stringify(frame)}`);
      await page.waitForTimeout(30);
    }
  };
  return {
    page,
    context,
    address,
    complaints,
    until,
    open: async (what) => {
      await page.goto('about:blank'); // else only the end of the address would change
      await page.goto(address + (typeof what === 'string' ? what : await toAddress(what)));
      await until(() => true);
    },
    frame: () => until(() => true),
    tell: (request) => page.evaluate(send, request),
    ask: (name, argument) => page.evaluate(question, { name, argument }) as never,
  };
}

let browser: Browser | undefined;
afterAll(() => browser?.close());

/** A context of its own: with no storage, cookies or caches of others. */
export async function freshContext(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  browser ??= await chromium.connect(inject('browser'));
  return browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
}

/** A test in the browser; it fails if the browser complains of anything. Without a browser it is left out, but in CI it fails. */
export const journey = test.extend<{ lab: Lab }>({
  lab: async ({ skip }, use) => {
    if (inject('browser') === '') {
      const reason = 'There is no Chromium. Install it (Debian: apt-get install chromium), or name it in CHROMIUM.';
      if (process.env['CI']) throw new Error(reason);
      skip(reason);
    }
    const context = await freshContext();
    try {
      const lab = await labIn(context);
      await use(lab);
      expect(lab.complaints).toEqual([]);
    } finally {
      await context.close();
    }
  },
});

/** A preset that plays as fast as it can. */
export function fast(name: PresetName): LabState {
  const { state } = presets[name];
  return { ...state, training: { ...state.training, pace: 0 } };
}
