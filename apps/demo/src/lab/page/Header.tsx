import { look, state } from '../store.ts';
import { LessonsButton } from './LessonsButton.tsx';
import { OpenFile } from './OpenFile.tsx';
import { SaveFile } from './SaveFile.tsx';
import { Share } from './Share.tsx';

const next = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const signs = { auto: '◐', light: '☀', dark: '☾' } as const;

/** The top of the page: its name, and what concerns the whole state. */
export function Header() {
  const { theme } = state.value.view;
  return (
    <header class="header">
      <h1>
        <img src="./icon.svg" alt="" width="24" height="24" /> Chainrule Lab
      </h1>
      <nav aria-label="State">
        <LessonsButton />
        <Share />
        <SaveFile />
        <OpenFile />
        <button type="button" onClick={() => look({ theme: next[theme] })} title={`Colours: ${theme}`}>
          <span aria-hidden="true">{signs[theme]}</span>
          <span class="unseen">Colours: {theme}</span>
        </button>
      </nav>
    </header>
  );
}
