import { expect, it } from 'vitest';
import { once } from './once.ts';

it('once(fetch) fetches the first time only', async () => {
  let fetched = 0;
  const get = once(async () => ++fetched);
  expect(await Promise.all([get(), get()])).toEqual([1, 1]);
  expect(await get()).toBe(1);
});

it('once(fetch) fetches again after it failed', async () => {
  let fetched = 0;
  const get = once(async () => {
    if (++fetched === 1) throw new Error('offline');
    return fetched;
  });
  await expect(get()).rejects.toThrow('offline');
  expect(await get()).toBe(2);
});
