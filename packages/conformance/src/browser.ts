import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { chromium } from '../../../test/platforms/chromium.ts';

/** Chromium with graphics in software: WebGL 2 and WebGPU by SwiftShader. */
const flags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];

let opened: Promise<{ browser: Browser; server: Server; page: Page }> | undefined;

async function start(): Promise<{ browser: Browser; server: Server; page: Page }> {
  // WebGPU asks for a page of a server
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>conformance</title>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await playwright.launch({ executablePath: chromium as string, args: flags });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { browser, server, page };
}

/** A page of a browser that stays open for others. */
export async function openPage(): Promise<Page> {
  opened ??= start();
  return (await opened).page;
}

/** Closes it. */
export async function closePage(): Promise<void> {
  if (opened === undefined) return;
  const { browser, server } = await opened;
  opened = undefined;
  await browser.close();
  server.closeAllConnections();
  server.close();
}
