import { signal } from '@preact/signals';

/** Changes with the colours of the page, for what is drawn on a canvas. */
export const scheme = signal(0);

const changed = (): void => {
  scheme.value++;
};
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ['data-theme'] });
