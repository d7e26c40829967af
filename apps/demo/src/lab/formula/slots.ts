/** MathML in two parts: what stays when numbers change, and the numbers, with the signs between the terms of a sum. */
export interface Slotted {
  readonly shape: string;
  readonly slots: readonly string[];
}

const slot = /(<mn[^>]*>|<mo form="infix"[^>]*>)([^<]*)/g;

/** The elements that have the slots, in a page. */
export const slotSelector = 'mn, mo[form="infix"]';

export function slotted(text: string): Slotted {
  const slots: string[] = [];
  const shape = text.replace(slot, (_, start: string, content: string) => {
    slots.push(content);
    return start;
  });
  return { shape, slots };
}
