import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LabServer, policy, serveLab } from './serveLab.ts';

const folder = mkdtempSync(join(tmpdir(), 'lab-'));
const page = new URL('../../index.html', import.meta.url);
let server: LabServer;

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), readFileSync(page));
  writeFileSync(join(folder, 'sw.js'), 'self.x = 1');
  server = await serveLab(folder);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

it('serves the files, all with the policy that the page itself names', async () => {
  const html = await fetch(server.address);
  expect(html.headers.get('content-type')).toMatch('text/html');
  expect(await html.text()).toContain(`content="${policy}"`);
  const script = await fetch(`${server.address}sw.js?x`);
  expect(script.headers.get('content-type')).toMatch('text/javascript');
  for (const { headers } of [html, script]) expect(headers.get('content-security-policy')).toBe(policy);
});

it('serves nothing but files of the folder', async () => {
  expect((await fetch(`${server.address}missing.js`)).status).toBe(404);
  const { hostname, port } = new URL(server.address);
  const status = await new Promise((done) =>
    get({ hostname, port, path: '/../../etc/hostname' }, (response) => done(response.resume().statusCode)),
  );
  expect(status).toBe(404);
});

it('listens to this machine alone', () => {
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});

it('says that a port is taken', async () => {
  const { port } = new URL(server.address);
  await expect(serveLab(folder, Number(port))).rejects.toThrow(`Port ${port} is taken. Name another: PORT=8080`);
});
