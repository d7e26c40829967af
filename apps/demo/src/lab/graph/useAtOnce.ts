import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Does something whenever signals that it reads change, at once: `useSignalEffect` would wait for a frame. */
export function useAtOnce(react: () => void): void {
  useEffect(() => effect(react), []);
}
