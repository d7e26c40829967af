import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

/** A table in the place of a picture, made only while it is open. */
export function InNumbers({ table }: { table: () => ComponentChildren }) {
  const isOpen = useSignal(false);
  return (
    <details
      class="picture-table"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>As a table</summary>
      {isOpen.value && <div class="picture-scroll">{table()}</div>}
    </details>
  );
}
