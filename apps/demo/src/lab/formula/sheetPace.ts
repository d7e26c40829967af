import { inTurn } from '../page/inTurn.ts';
import { isPlaying } from '../store.ts';
import { isSeen } from './isSeen.ts';
import { keepWide } from './keepWide.ts';
import type { SheetWork } from './sheetWriter.ts';

/** How long it is at least from one turn to the next, in milliseconds. */
const rests = { playing: 16, still: 8 };

/** When a sheet's rows are written: while a run plays, only what is seen, a row at a time, in turn. */
export function sheetPace(sheet: () => HTMLElement | null): Omit<SheetWork, 'renew'> {
  const fit = (): void => {
    const element = sheet();
    if (element !== null) keepWide(element);
  };
  return {
    most: () => (isPlaying.peek() ? 1 : 60),
    isWanted: (place, number) => {
      const element = sheet();
      const row = element?.children[place];
      if (!isPlaying.peek() || element == null || row === undefined || row.childElementCount === 0) return true;
      return isSeen(number ?? row, element);
    },
    done: fit,
    soon: (act) => {
      const isBusy = isPlaying.peek();
      const go = (): void => {
        fit(); // while nothing has changed, and there is nothing to lay out
        act();
      };
      let cancel = (): void => clearTimeout(timer);
      const timer = setTimeout(
        () => {
          if (isBusy) cancel = inTurn(go);
          else go();
        },
        isBusy ? rests.playing : rests.still,
      );
      return () => cancel();
    },
  };
}
