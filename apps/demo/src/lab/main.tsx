import { render } from 'preact';
import { App } from './app.tsx';
import { keepOffline } from './offline/keepOffline.ts';
import { begin, openAddress } from './store.ts';
import './lab.css';

render(<App />, document.body);
await begin();
addEventListener('hashchange', openAddress); // an address that is pasted while the Lab is open
setTimeout(keepOffline, 1000); // the first frame comes first
