// What a page and a worker make of the corpus of the compiler; sent back to the server that the page comes from.
import { platformReport } from '../../packages/compiler/src/testing/report.ts';
import type { PageReport } from './pageReport.ts';

const send = (report: PageReport | string): void => {
  fetch('report', { method: 'POST', body: JSON.stringify(report) });
};

const worker = new Worker('worker.js', { type: 'module' });
worker.onerror = ({ message }) => send(`The worker: ${message}`);
worker.onmessage = ({ data }) => send({ page: platformReport(), worker: data });
