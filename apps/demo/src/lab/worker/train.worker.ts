import * as v from 'valibot';
import { handler } from './handler.ts';
import { type Report, type Request, requests } from './protocol.ts';

const handle = handler((report: Report) => self.postMessage(report));

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const { success, issues } = v.safeParse(requests[data.kind], data);
  if (!success) throw new TypeError(`The page sent a message that is none: ${issues[0].message}.`);
  handle(data);
});
