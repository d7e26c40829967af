import { frame } from '../store.ts';

/** The chain rule in numbers, for the node that is visited, or else selected. */
export default function Cards() {
  const cards = frame.value?.looks.time?.cards ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section class="time-cards" aria-label="Chain rule" tabIndex={0}>
      {cards.map(({ title, about, lines }) => (
        <div key={about} class="time-card" data-title={title}>
          <p class="faint">{about}</p>
          <p class="time-line">{set(lines)}</p>
        </div>
      ))}
    </section>
  );
}

/** Equations in one line if they are short. */
function set(lines: readonly string[]): string {
  const whole = lines.join(' ');
  return whole.length <= 90 && lines.slice(1).every((line) => line.startsWith('=')) ? whole : lines.join('\n');
}
