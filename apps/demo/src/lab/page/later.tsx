import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

/** A component that is fetched when it is first shown. */
export function later<P extends object = object>(
  fetch: () => Promise<{ readonly default: ComponentType<P> }>,
): ComponentType<P> {
  const fetched = signal<ComponentType<P> | undefined>(undefined);
  let isAsked = false;
  return function Later(props: P) {
    const Fetched = fetched.value;
    if (!isAsked) {
      isAsked = true;
      fetch().then((module) => {
        fetched.value = module.default;
      });
    }
    return Fetched === undefined ? null : <Fetched {...props} />;
  };
}
