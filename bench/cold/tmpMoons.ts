import { micrograd } from './micrograd.ts';
const a = process.threadCpuUsage(); const b = process.cpuUsage();
await (Object.values(micrograd)[0] as any).run();
const c = process.threadCpuUsage(a); const d = process.cpuUsage(b);
console.log('main', (c.user + c.system) / 1000, 'all', (d.user + d.system) / 1000);
