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

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
await openSession();
createRoot(root).render(<App nonce={nonce} />);
