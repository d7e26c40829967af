import { platformReport } from '../../packages/compiler/src/testing/report.ts';

postMessage(platformReport());
