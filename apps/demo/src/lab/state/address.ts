import { LabError } from './labError.ts';
import type { LabState } from './labState.ts';

const prefix = '#v1.';

/** Longer addresses are cut by some programs; a file holds any state. */
export const longestAddress = 30_000;

/** What a state may be unpacked to, in bytes. */
const largest = 4_000_000;

/** A state as the end of an address: `#v1.` and its packed JSON in base64url. */
export async function toAddress(state: LabState): Promise<string> {
  const packed = await through(new TextEncoder().encode(JSON.stringify(state)), new CompressionStream('deflate-raw'));
  const signs = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return prefix + btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The state in an address, undefined if it has none.
 * @throws LabError if what is there is damaged, or of another version.
 */
export async function fromAddress(hash: string): Promise<LabState | undefined> {
  if (hash === '' || hash === '#') return undefined;
  if (!hash.startsWith(prefix))
    throw new LabError('address', `The address ends in ${shown(hash)}, expected ${prefix}… as the Lab makes it.`);
  const [value, { parseState }] = await Promise.all([unpacked(hash), import('./parseState.ts')]);
  return parseState(value, 'address');
}

async function unpacked(hash: string): Promise<unknown> {
  try {
    const signs = atob(hash.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof LabError) throw error;
    throw new LabError('address', `The address is damaged: ${shown(hash)}. Copy the whole of it once more.`, {
      cause: error,
    });
  }
}

const shown = (text: string): string => JSON.stringify(text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** All that comes out of a stream. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > largest) {
      await reader.cancel();
      throw new LabError('address', `The state in the address is larger than ${largest} bytes. Use a file.`);
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
