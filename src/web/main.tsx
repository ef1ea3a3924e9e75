import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openSession } from './state/session.ts';
import { listenForKeys } from './state/keys.ts';
import './fonts.css';
import './mantine.css';
import './tokens.css';
import './page.css';

const nonce = document.querySelector('meta[name=csp-nonce]')?.getAttribute('content') ?? '';
setNonce(nonce);
listenForKeys();
/* A file dropped beside the place for it must not replace the page. */
for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, (event) => event.preventDefault());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
await openSession();
createRoot(root).render(<App nonce={nonce} />);
