import type { PlatformReport } from '../../packages/compiler/src/testing/report.ts';

/** What a page sends. */
export interface PageReport {
  readonly page: PlatformReport;
  readonly worker: PlatformReport;
}
