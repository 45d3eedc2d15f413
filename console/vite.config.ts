import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

export default defineConfig({
  base: '/app/',
  plugins: [
    // React Aria brings its words in thirty languages; the console speaks two.
    optimizeLocales.vite({ locales: ['en-US', 'fr-FR'] }),
    // The server sends what lies ready, so that no request waits for the compressor.
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(?:js|css|svg|html)$/ }),
  ],
  resolve: {
    alias: [
      { find: 'discord-view/ui', replacement: fileURLToPath(new URL('src/discord/ui.ts', import.meta.url)) },
      {
        find: /^discord-view\//,
        replacement: fileURLToPath(new URL('../packages/discord-view/', import.meta.url)),
      },
    ],
  },
  build: {
    target: 'es2023',
    // A small file inside of another would be a `data:` address, and a policy that allows it for no need.
    assetsInlineLimit: 0,
    // The preload of modules is in every browser that the target names; the polyfill would be one more script.
    modulePreload: { polyfill: false },
    // Libraries say `use client` for frameworks that render on a server; here everything is the client.
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      output: {
        codeSplitting: {
          groups: [
            // What no update of ours changes, browsers keep.
            {
              name: 'libraries',
              test: /node_modules[\\/](?:@tanstack|react|react-dom|scheduler|openapi-fetch)[\\/]/,
            },
            // A page needs a dozen of these, each smaller than what it costs to ask for it.
            {
              name: 'parts',
              test: /console[\\/]src[\\/](?:api|format|layout|texts)[\\/][^\\/]+$/,
              minShareCount: 4,
            },
          ],
        },
      },
    },
  },
  // `npm run dev -w console`: the page from here, the data from `npm start`.
  server: { proxy: { '/api': 'http://localhost:8080' } },
});
