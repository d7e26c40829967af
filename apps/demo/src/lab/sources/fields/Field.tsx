import type { ComponentChildren } from 'preact';

/** A label, the control it is for, and what is wrong with what was put in. */
export function Field({
  id,
  label,
  trouble,
  children,
}: {
  id: string;
  label: ComponentChildren;
  trouble?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <div class="sources-field">
      <label for={id}>{label}</label>
      <div class="sources-controls">{children}</div>
      {trouble !== undefined && (
        <p class="sources-trouble" id={`${id}-trouble`} role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
