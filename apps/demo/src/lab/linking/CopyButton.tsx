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
      const content = await text();
      await navigator.clipboard.writeText(content).catch(() => {
        throw new Error(`The browser does not let ${lower(what)} be copied.`);
      });
      isDone.value = true;
      milestone.value = `${what} is copied.`;
      setTimeout(() => {
        isDone.value = false;
      }, 2000);
    } catch (error) {
      milestone.value = (error as Error).message;
    }
  };
  return (
    <button type="button" onClick={copy}>
      {isDone.value ? 'Copied ✓' : children}
    </button>
  );
}

const lower = (what: string): string => what.charAt(0).toLowerCase() + what.slice(1);
