import * as v from 'valibot';
import { handler } from './handler.ts';
import { type Report, request } from './protocol.ts';

const handle = handler((report: Report) => self.postMessage(report));

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const { success, output, issues } = v.safeParse(request, data);
  if (success) handle(output);
  else throw new TypeError(`The page sent a message that is none: ${issues[0].message}.`);
});
