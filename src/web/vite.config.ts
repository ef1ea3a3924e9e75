import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mockServer } from './mock/plugin.ts';

/** What every page needs comes in one file; pdfjs and Plot stay apart and come when they are needed. */
const FRAME =
  /node_modules[\\/](react|react-dom|scheduler|@mantine|@tanstack|@floating-ui|@lingui|get-nonce|react-remove-scroll|clsx|use-)/;

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
    // The frame and pdfjs are known and measured by the bench; a warning at every start tells nobody anything.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'frame', test: FRAME }] } } },
  },
});
