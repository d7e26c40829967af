import { randomGenerator } from '@chainrule/core';
import { expect } from 'vitest';
import { toAddress } from '../src/lab/state/address.ts';
import { presets } from '../src/lab/state/presets.ts';
import { fast, journey, type Tap } from './lab.ts';

/** Goes to an address in this page, until the page has opened it or says what is wrong with it; before, nothing is said. */
async function goTo(hash: string): Promise<string> {
  const { tap } = globalThis as unknown as { tap: Tap };
  const said = (): string => document.querySelector('body > [role="alert"]')?.textContent ?? '';
  const follow = (next: string): void => {
    history.replaceState(null, '', `./${next}`);
    dispatchEvent(new HashChangeEvent('hashchange', { newURL: location.href }));
  };
  const wait = (): Promise<void> => new Promise((done) => setTimeout(done, 2));
  follow('');
  while (said() !== '') await wait();
  const { opened } = tap;
  follow(hash);
  while (said() === '' && tap.opened === opened) await wait();
  return said();
}

/** Whether the page is whole: its tabs, its graph and what the network is good for. */
const isWhole = (): boolean =>
  document.querySelectorAll('[role="tab"]').length === 6 &&
  document.querySelector('.graph canvas') !== null &&
  /\d %/.test(document.querySelector('.time-figures')?.textContent ?? '');

journey('300 mutated addresses are opened or explained, never a blank page', async ({ lab }) => {
  const random = randomGenerator(7);
  const whole = await toAddress(presets.xor.state);
  await lab.open(whole);
  let refused = 0;
  for (let i = 0; i < 300; i++) {
    const at = 1 + random.integer(whole.length - 1);
    const sign = String.fromCharCode(33 + random.integer(90));
    const hash = [
      whole.slice(0, at),
      whole.slice(0, at) + sign + whole.slice(at + 1),
      whole.slice(0, at) + sign + whole.slice(at),
    ][i % 3] as string;
    const said = await lab.page.evaluate(goTo, hash);
    if (said !== '') {
      refused++;
      expect(said).toMatch(/The address .*|This is not a state of the Lab: at /);
    }
    if (i % 30 === 0) {
      await lab.open(hash); // as one who follows a link
      await expect.poll(() => lab.page.locator('body > [role="alert"]').count()).toBe(said === '' ? 0 : 1);
    }
    expect(await lab.page.evaluate(isWhole), hash).toBe(true);
  }
  expect(refused).toBeGreaterThan(150);
});

journey.for([
  ['no JSON', '{"version":1,'],
  ['of another version', '{"version":99}'],
  [
    'with a network that cannot be',
    JSON.stringify({ ...presets.xor.state, model: { network: '2 > nonsense', seed: 1 } }),
  ],
] as const)('a damaged saved state (%s) leaves a page that can be used', async ([, text], { lab }) => {
  await lab.open('');
  await lab.page.waitForTimeout(500); // until the page has saved its own
  await lab.page.evaluate((damaged) => localStorage.setItem('chainrule-lab', damaged), text);
  await lab.page.goto('about:blank');
  await lab.page.goto(lab.address);
  await lab.page.getByRole('button', { name: 'Circles' }).click();
  await lab.page.locator('canvas.picture-grid').waitFor();
  await lab.page.getByRole('button', { name: 'Play' }).click();
  await lab.until(({ clock }) => clock.step > 10);
});

journey('a network that does not fit is explained beside it, and what runs goes on', async ({ lab }) => {
  await lab.open(presets.xor.state);
  await lab.page.getByLabel('As text').fill('2 > linear 4 tanx > linear 1 sigmoid');
  await lab.page.keyboard.press('Enter');
  expect(await lab.page.getByRole('alert').first().textContent()).toContain('There is no activation "tanx"'.slice(6));
  await lab.page.getByRole('button', { name: 'Play' }).click();
  await lab.until(({ clock }) => clock.step > 10);
});

journey('presets that follow each other faster than they are drawn are drawn each by its own data', async ({ lab }) => {
  const { page } = lab;
  await lab.open(fast('iris'));
  const cards = ['Sine', 'Iris', 'Fahrenheit → Celsius', 'Spiral'].map((name) =>
    page.getByRole('button', { name, exact: true }),
  );
  for (let i = 0; i < 40; i++) {
    await cards[i % cards.length]?.click();
    await page.waitForTimeout(7 * (i % 10)); // another moment of the drawing each time
  }
  await lab.until(({ looks }) => looks.picture?.kind === 'plane');
});
