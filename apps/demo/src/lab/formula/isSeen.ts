/** Whether any of an element that lies in one that scrolls is on the screen. */
export function isSeen(element: Element, scroller: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && right > frame.left && left < frame.right;
}
