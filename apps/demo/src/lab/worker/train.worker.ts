import { handler } from './handler.ts';
import { type Report, type Request, request } from './protocol.ts';

const handle = handler((report: Report) => self.postMessage(report));

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const trouble = request(data);
  if (trouble !== undefined) throw new TypeError(`The page sent a message that is none: ${trouble}.`);
  handle(data as Request);
});
