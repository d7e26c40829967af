import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** What the page may do: load files from where it comes from, and compile WebAssembly. The same stands in index.html. */
export const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/** A running server. */
export interface LabServer {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a built Lab to this machine alone.
 * @param port 0 for any that is free.
 * @throws Error if the port is taken.
 */
export async function serveLab(folder: string, port = 0): Promise<LabServer> {
  const files = sirv(folder, { etag: true });
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy);
    response.setHeader('cache-control', 'no-cache'); // the next build may come at the same address
    files(request, response);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken. Name another: PORT=8080 npm start`) : error),
    );
    server.listen(port, '127.0.0.1', done);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
