/** Writes numbers into the elements of a formula. */
export interface SlotWriter {
  /** Takes the elements of a formula that is new on the page, as they are. */
  take(elements: readonly Element[]): void;
  /** Writes what has changed, soon. */
  write(texts: readonly string[]): void;
  stop(): void;
}

/** So many numbers are written in a frame: laying out more makes the page stutter. */
const most = 60;

/** A writer that spreads what changes over frames. */
export function slotWriter(
  soon: (act: () => void) => number = requestAnimationFrame,
  cancel: (handle: number) => void = cancelAnimationFrame,
): SlotWriter {
  let elements: readonly Element[] = [];
  let shown: string[] = [];
  let wanted: readonly string[] = [];
  let place = 0;
  let handle: number | undefined;
  const go = (): void => {
    handle = undefined;
    let written = 0;
    let seen = 0;
    for (; seen < elements.length && written < most; seen++) {
      const text = wanted[place];
      const element = elements[place];
      if (element !== undefined && text !== undefined && text !== shown[place]) {
        element.textContent = text;
        shown[place] = text;
        written++;
      }
      place = (place + 1) % elements.length;
    }
    if (written === most && seen < elements.length) handle = soon(go);
  };
  return {
    take: (taken) => {
      elements = taken;
      shown = taken.map(({ textContent }) => textContent ?? '');
      place = 0;
    },
    write: (texts) => {
      wanted = texts;
      handle ??= soon(go);
    },
    stop: () => {
      if (handle !== undefined) cancel(handle);
    },
  };
}
