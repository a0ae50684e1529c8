import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** The folder of the checkout may have spaces in its name: an address says `%20` there. */
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const out = here('../../dist/web');

/** Compresses every text file once, at build time, so that the server only has to hand it out. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async closeBundle() {
      for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
        if (!/\.(html|js|css|svg)$/.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        const content = await readFile(file);
        await writeFile(`${file}.br`, brotliCompressSync(content));
        await writeFile(`${file}.gz`, gzipSync(content));
      }
    },
  };
}

/**
 * All components of Utrecht come in one file, each with a name for developers that is set afterwards. Without those names
 * the components that no page uses can be left out: some 45 kB of the first page.
 */
function withoutDisplayNames(): Plugin {
  return {
    name: 'without-display-names',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/@utrecht/')) return null;
      return { code: code.replaceAll(/^\w+\.displayName = .*;$/gm, ''), map: null };
    },
  };
}

export default defineConfig({
  root: here('.'),
  build: {
    outDir: out,
    emptyOutDir: true,
    manifest: true,
    // The content security policy allows no data: fonts, and small files must be cached like others.
    assetsInlineLimit: 0,
    // The one polyfill is for browsers that cannot run the pages anyway.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The components of Utrecht come in one file; what makes a component has no effects, so unused ones can go.
      treeshake: { manualPureFunctions: ['forwardRef', 'createContext', 'memo'] },
      // A note for servers that render React; there is none here.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  // `vite` alone serves the pages while one works on them; the API is that of a running product.
  server: { proxy: { '/v1': process.env['SAMENSPEL_URL'] ?? 'http://127.0.0.1:8080' } },
  plugins: [withoutDisplayNames(), compressed()],
});
