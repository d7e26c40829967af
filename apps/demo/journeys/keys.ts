import type { Page } from 'playwright-core';

/** What a screen reader calls the element that has the focus, as far as journeys need to know. */
function focusedName(): string {
  const element = document.activeElement;
  const label = element instanceof HTMLSelectElement ? element.labels[0]?.firstElementChild?.textContent : undefined;
  return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
}

/** Goes with the Tab key, or back with Shift and Tab, to what has that name. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press(key);
    if (name.test(await page.evaluate(focusedName))) return;
  }
  throw new Error(`The Tab key does not lead to ${name}.`);
}

/** Goes there and presses it with the Enter key. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}
