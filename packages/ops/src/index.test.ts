import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { evaluate, GraphError, input, type Op } from '@chainrule/core';
import { hasReferences } from '@chainrule/testing';
import { describe, expect, it } from 'vitest';
import * as ops from './index.ts';

const sourceOf = (file: string): URL => new URL(file, import.meta.url);
const exported = Object.entries(ops) as [string, { readonly op?: Op }][];
const files = readdirSync(sourceOf('.')).filter((file) => file.endsWith('.ts') && !file.includes('.test'));
const examples = files.flatMap((file) =>
  [...readFileSync(sourceOf(file), 'utf8').matchAll(/@example (.+) \/\/ (.+)/g)].map(([, code, result]) => ({
    file,
    code: code as string,
    result: result as string,
  })),
);

describe('@chainrule/ops', () => {
  it('has at least fifty ops, each of another name', () => {
    const all = new Set(exported.map(([, { op }]) => op));
    expect(all.size).toBeGreaterThan(50);
    expect(new Set([...all].map((op) => op?.name)).size).toBe(all.size);
  });
  it('exports swish as another name of silu', () => expect(ops.swish).toBe(ops.silu));

  it.each(exported.filter(([name]) => name !== 'swish'))('%s has a test beside it, and references', (name, { op }) => {
    expect(existsSync(sourceOf(`${name}.test.ts`))).toBe(true);
    if (op === undefined) return;
    expect(hasReferences(op.name)).toBe(true);
    if (op.name === name) expect(readFileSync(sourceOf(`${name}.test.ts`), 'utf8')).toContain(`checkOp(${name}`);
  });

  it.each(exported.filter(([, { op }]) => op?.arity === 1))('%s can be given to map', (_, f) => {
    const build = f as unknown as (x: unknown) => { op: Op; args: readonly unknown[] };
    const xs = [input('a'), input('b')];
    expect(xs.map(build).map(({ args }) => args)).toEqual([[xs[0]], [xs[1]]]);
  });

  it.each(exported.filter(([, { op }]) => op !== undefined))('%s throws for anything but nodes and numbers', (_, f) => {
    const build = f as unknown as (...args: unknown[]) => unknown;
    expect(() => build('3', '4', '5')).toThrow(GraphError);
    expect(() => build()).toThrow(GraphError);
  });

  it('has an example in every export', () => {
    const without = exported.filter(
      ([name]) => name !== 'swish' && !examples.some(({ file }) => file === `${name}.ts`),
    );
    expect(without).toEqual([]);
  });
  it.each(examples)('$file: $code // $result', ({ code, result }) => {
    expect(runInNewContext(code, { ...ops, evaluate })).toBe(Number(result));
  });
});
