import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

/** A component that is fetched when it is first shown. */
export function later(fetch: () => Promise<{ readonly default: ComponentType }>): ComponentType {
  const fetched = signal<ComponentType | undefined>(undefined);
  let isAsked = false;
  return function Later() {
    const Fetched = fetched.value;
    if (!isAsked) {
      isAsked = true;
      fetch().then((module) => {
        fetched.value = module.default;
      });
    }
    return Fetched === undefined ? null : <Fetched />;
  };
}
