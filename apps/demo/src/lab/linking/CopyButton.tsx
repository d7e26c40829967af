import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { milestone } from '../store.ts';

/** Copies a text, and says that it has. */
export function CopyButton({
  text,
  what,
  children,
}: {
  text: () => string | Promise<string>;
  what: string;
  children: ComponentChildren;
}) {
  const isDone = useSignal(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await text());
      isDone.value = true;
      milestone.value = `${what} is copied.`;
      setTimeout(() => {
        isDone.value = false;
      }, 2000);
    } catch {
      milestone.value = `The browser does not let ${what} be copied.`;
    }
  };
  return (
    <button type="button" onClick={copy}>
      {isDone.value ? 'Copied ✓' : children}
    </button>
  );
}
