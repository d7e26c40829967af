import { expect, it } from 'vitest';
import { fetchedOnce } from './fetchedOnce.ts';

it('fetchedOnce(fetch) fetches the first time only', async () => {
  let fetched = 0;
  const get = fetchedOnce(async () => ++fetched);
  expect(await Promise.all([get(), get()])).toEqual([1, 1]);
  expect(await get()).toBe(1);
});

it('fetchedOnce(fetch) fetches again after it failed', async () => {
  let fetched = 0;
  const get = fetchedOnce(async () => {
    if (++fetched === 1) throw new Error('offline');
    return fetched;
  });
  await expect(get()).rejects.toThrow('offline');
  expect(await get()).toBe(2);
});
