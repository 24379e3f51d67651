import { render } from 'preact';
import { openSession } from './data/session';
import { App } from './app';

await openSession();
render(<App />, document.querySelector('#page')!);
