import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Chromium on this machine: what the variable CHROMIUM says, or the one on PATH. */
export const chromium: string | undefined = [
  process.env['CHROMIUM'],
  ...(process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name))),
].find((path) => path !== undefined && existsSync(path));

/** What Chromium is started with: no network of its own, no questions. */
export const chromiumFlags: string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Opens a page with `script` in it and gives what it posts to `report`, as text. All files come with the policy; `files` are
 * those that the page may ask for, by name.
 */
export async function open(
  script: string,
  files: Readonly<Record<string, string>>,
  policy: string | undefined,
): Promise<string> {
  const served: Record<string, readonly [type: string, body: string]> = {
    '/': ['text/html', '<!doctype html><title>platforms</title><script type="module" src="page.js"></script>'],
    '/page.js': ['text/javascript', script],
  };
  for (const [name, code] of Object.entries(files)) served[`/${name}`] = ['text/javascript', code];
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  const server = createServer();
  try {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return await new Promise<string>((done, fail) => {
      server.on('request', async (request, response) => {
        const [type, body] = served[request.url as string] ?? [];
        if (policy !== undefined) response.setHeader('content-security-policy', policy);
        response.writeHead(request.method === 'POST' ? 204 : body === undefined ? 404 : 200, {
          'content-type': type ?? 'text/plain',
        });
        response.end(body);
        if (request.method !== 'POST') return;
        const report = await text(request);
        browser.once('close', () => done(report));
        browser.kill();
      });
      const { port } = server.address() as AddressInfo;
      const args = ['--headless', ...chromiumFlags, `--user-data-dir=${profile}`, `http://127.0.0.1:${port}/`];
      const browser = execFile(chromium as string, args, { timeout: 60_000 }, (error, _, messages) => {
        if (error !== null && !browser.killed) fail(new Error(`Chromium ended: ${error.message}\n${messages}`));
      });
    });
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
  }
}
