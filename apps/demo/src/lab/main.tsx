import { render } from 'preact';
import { App } from './app.tsx';
import { keepOffline } from './offline/keepOffline.ts';
import { begin } from './store.ts';
import './lab.css';

render(<App />, document.body);
await begin();
keepOffline();
