import { open, rename, unlink } from 'node:fs/promises';
import type { Streams } from './command.ts';
import { failure, fileTrouble } from './errors.ts';

/** Writes text or bytes, and waits where the reader is slow. */
export type Write = (chunk: string | Uint8Array) => Promise<void>;

/**
 * Lets `produce` write to a file, or to `stdout` without one. A file is there when all of it is written: until then it has
 * another name, and if something fails the old one is left as it was.
 * @throws CommandError if the file cannot be written; whatever `produce` throws.
 */
export async function writing(
  file: string | undefined,
  stdout: Streams['stdout'],
  produce: (write: Write) => Promise<void>,
): Promise<void> {
  if (file === undefined)
    return produce(async (chunk) => {
      if (!stdout.write(chunk)) await new Promise<void>((done) => stdout.once('drain', done));
    });
  const part = `${file}.part`;
  const cannot = (error: unknown): Error => failure(`${file} cannot be written: ${fileTrouble(error)}.`);
  const handle = await open(part, 'w').catch((error: unknown) => {
    throw cannot(error);
  });
  try {
    await produce(async (chunk) => {
      await handle.writeFile(chunk);
    });
    await handle.close();
    await rename(part, file);
  } catch (error) {
    await handle.close().catch(() => {});
    await unlink(part).catch(() => {});
    throw typeof (error as NodeJS.ErrnoException).syscall === 'string' ? cannot(error) : error;
  }
}
