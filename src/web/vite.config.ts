import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mockServer } from './mock/plugin.ts';

/** The page: everything from the package, nothing inlined (the CSP allows no data: fonts), one folder for the server to serve. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  plugins: [react(), mockServer()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
});
