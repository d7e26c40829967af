import type { Page } from 'playwright-core';

/** What a shader is to compute: `count` numbers for each of some rows, each row of `slots` numbers. */
export interface Job {
  readonly code: string;
  readonly rows: number;
  readonly slots: number;
  /** The numbers of all rows, one after the other. */
  readonly numbers: readonly number[];
  readonly count: number;
}

/**
 * Runs GLSL ES 3.00 in WebGL 2: `float result(int row, int i)` of the code, where `number(row, slot)` reads the rows. Gives all
 * results, row by row.
 */
export function runGlsl(page: Page, job: Job): Promise<readonly number[]> {
  return page.evaluate(({ code, rows, slots, numbers, count }) => {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2') as WebGL2RenderingContext;
    if (gl.getExtension('EXT_color_buffer_float') === null) throw new Error('There are no textures of floats.');
    const shader = (type: number, source: string): WebGLShader => {
      const it = gl.createShader(type) as WebGLShader;
      gl.shaderSource(it, source);
      gl.compileShader(it);
      if (!gl.getShaderParameter(it, gl.COMPILE_STATUS))
        throw new Error(`${gl.getShaderInfoLog(it)}\n${source.slice(0, 200)}`);
      return it;
    };
    const program = gl.createProgram();
    gl.attachShader(
      program,
      shader(
        gl.VERTEX_SHADER,
        '#version 300 es\nvoid main() { gl_Position = vec4(gl_VertexID == 1 ? 3 : -1, gl_VertexID == 2 ? 3 : -1, 0, 1); }',
      ),
    );
    gl.attachShader(program, shader(gl.FRAGMENT_SHADER, `#version 300 es\n${code}`));
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(`${gl.getProgramInfoLog(program)}`);
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    const width = Math.max(1, slots);
    const filled = new Float32Array(width * rows);
    filled.set(numbers);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, width, rows, 0, gl.RED, gl.FLOAT, filled);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.bindRenderbuffer(gl.RENDERBUFFER, gl.createRenderbuffer());
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.R32F, count, rows);
    gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
    gl.framebufferRenderbuffer(
      gl.FRAMEBUFFER,
      gl.COLOR_ATTACHMENT0,
      gl.RENDERBUFFER,
      gl.getParameter(gl.RENDERBUFFER_BINDING),
    );
    gl.useProgram(program);
    gl.viewport(0, 0, count, rows);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    const results = new Float32Array(count * rows * 4);
    gl.readPixels(0, 0, count, rows, gl.RGBA, gl.FLOAT, results);
    if (gl.getError() !== gl.NO_ERROR || gl.isContextLost()) throw new Error('WebGL reports an error.');
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return Array.from({ length: count * rows }, (_, i) => results[4 * i] as number);
  }, job);
}
