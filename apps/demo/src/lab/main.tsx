import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { keepOffline } from './offline/keepOffline.ts';
import { begin, isShown, openAddress } from './store.ts';
import './lab.css';

// Not awaited at the top: what it fetches imports this very script, which would wait for it.
begin().then(() => {
  // An address that is pasted while the Lab is open; by now the bar may hold another, for what was changed before is written there late.
  window.addEventListener('hashchange', ({ newURL }) => openAddress(new URL(newURL).hash));
});
setTimeout(() => render(<App />, document.body)); // the worker begins beside it
effect(() => {
  if (isShown.value) keepOffline(); // the first picture comes first
});
