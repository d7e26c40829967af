import { handler } from './handler.ts';
import { isRequest, type Report } from './protocol.ts';

const handle = handler((report: Report) => self.postMessage(report));

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isRequest(data)) throw new TypeError(`The page sent a message that is none: ${JSON.stringify(data)}.`);
  handle(data);
});
