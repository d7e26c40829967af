import { useEffect, useState } from 'preact/hooks';
import { openTable } from './table/tableDraft.ts';

/** Takes a file that is dropped, or a table that is pasted, anywhere on the page. */
export default function DropTarget() {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false); // out of the window
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      event.preventDefault();
      import('./table/takeFile.ts').then(({ takeFile }) => takeFile(file));
    };
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const isTyping = (event.target as Element).closest('input, textarea, select') !== null;
      if (!isTyping && text.trim().includes('\n')) openTable({ csv: text, choices: { target: '' } });
    };
    const listeners = { dragover: over, dragleave: leave, drop, paste } as const;
    for (const [name, listener] of Object.entries(listeners)) addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) removeEventListener(name, listener as EventListener);
    };
  }, []);
  return isOver ? <p class="sources-drop">Drop a table, or a saved network</p> : null;
}
