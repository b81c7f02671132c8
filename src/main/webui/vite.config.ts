import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// `npm run dev` shows the pages with what a Sluice beside it answers; SLUICE_URL tells where that one is.
const sluice = process.env.SLUICE_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  // Every address is relative, so that the pages work under any path prefix.
  base: './',
  build: { outDir: 'dist', assetsInlineLimit: 0, chunkSizeWarningLimit: 600 },
  server: { host: '127.0.0.1', fs: { allow: ['../..'] }, proxy: { '/api': sluice, '/q': sluice } },
  test: { include: ['src/**/*.test.ts'] },
});
