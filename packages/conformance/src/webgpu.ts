import type { Page } from 'playwright-core';
import type { Job } from './webgl.ts';

/**
 * Runs WGSL in WebGPU: `fn result(row: u32, i: u32) -> f32` of the code, where `number(row, slot)` reads the rows. Gives all results, row
 * by row.
 */
export function runWgsl(page: Page, job: Job): Promise<readonly number[]> {
  return page.evaluate(async ({ code, rows, slots, numbers, count }) => {
    // TypeScript's types of the browser do not hold WebGPU
    const adapter = await (navigator as unknown as { gpu: Gpu }).gpu.requestAdapter();
    const device = await adapter.requestDevice();
    device.pushErrorScope('validation');
    const module = device.createShaderModule({ code });
    const { messages } = await module.getCompilationInfo();
    const complaints = messages.filter(({ type }) => type === 'error');
    if (complaints.length > 0)
      throw new Error(
        `${complaints.map(({ lineNum, message }) => `${lineNum}: ${message}`).join('\n')}\n${code.slice(0, 200)}`,
      );
    const size = Math.max(4, 4 * rows * count);
    const given = device.createBuffer({ size: Math.max(4, 4 * rows * slots), usage: 128 | 8 });
    const taken = device.createBuffer({ size, usage: 128 | 4 });
    const read = device.createBuffer({ size, usage: 8 | 1 });
    device.queue.writeBuffer(given, 0, Float32Array.from(numbers));
    const pipeline = await device.createComputePipelineAsync({
      layout: 'auto',
      compute: { module, entryPoint: 'main' },
    });
    const entries = [given, taken].map((buffer, binding) => ({ binding, resource: { buffer } }));
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
    pass.dispatchWorkgroups(rows, count);
    pass.end();
    encoder.copyBufferToBuffer(taken, 0, read, 0, size);
    device.queue.submit([encoder.finish()]);
    await read.mapAsync(1);
    const results = Array.from(new Float32Array(read.getMappedRange()));
    const error = await device.popErrorScope();
    device.destroy();
    if (error !== null) throw new Error(error.message);
    return results;

    // what is used of WebGPU
    interface Gpu {
      requestAdapter(): Promise<{ requestDevice(): Promise<Device> }>;
    }
    interface Device {
      pushErrorScope(filter: string): void;
      popErrorScope(): Promise<{ message: string } | null>;
      createShaderModule(description: object): {
        getCompilationInfo(): Promise<{ messages: readonly { type: string; lineNum: number; message: string }[] }>;
      };
      createBuffer(description: object): {
        mapAsync(mode: number): Promise<void>;
        getMappedRange(): ArrayBuffer;
      };
      readonly queue: {
        writeBuffer(buffer: object, offset: number, data: Float32Array): void;
        submit(commands: readonly object[]): void;
      };
      createComputePipelineAsync(description: object): Promise<{ getBindGroupLayout(i: number): object }>;
      createCommandEncoder(): {
        beginComputePass(): {
          setPipeline(pipeline: object): void;
          setBindGroup(i: number, group: object): void;
          dispatchWorkgroups(x: number, y: number): void;
          end(): void;
        };
        copyBufferToBuffer(from: object, offset: number, to: object, at: number, size: number): void;
        finish(): object;
      };
      createBindGroup(description: object): object;
      destroy(): void;
    }
  }, job);
}
