import { defineConfig } from 'vitepress';
import { generatePages } from '../generate/pages.js';
import { languages } from './languages.js';
import { contributorsLinks } from './contributors-links.js';
import { compressFiles } from './compress.js';
import { frenchTypography } from './french-typography.js';

// What the code says (error codes, variables, operations …) is written into pages before VitePress looks for pages.
await generatePages();

export default defineConfig({
  title: 'VerseLink',
  base: process.env['DOCS_BASE'] ?? '/docs/',
  srcExclude: ['.generated/**'],
  outDir: 'dist',
  cleanUrls: false,
  lastUpdated: false,
  ignoreDeadLinks: 'localhostLinks',
  // One file says which chunk is which page: else each page would hold that list as a script of its own, and need a hash of its own.
  metaChunk: true,
  // No icon: else browsers ask for one that there is not.
  head: [
    ['meta', { name: 'color-scheme', content: 'light dark' }],
    ['link', { rel: 'icon', href: 'data:,' }],
  ],
  locales: languages,
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (markdown) => {
      frenchTypography(markdown);
      contributorsLinks(markdown);
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        locales: {
          fr: {
            translations: {
              button: { buttonText: 'Rechercher', buttonAriaLabel: 'Rechercher' },
              modal: {
                displayDetails: 'Montrer les détails',
                resetButtonTitle: 'Effacer',
                backButtonTitle: 'Fermer',
                noResultsText: 'Rien pour',
                footer: { selectText: 'ouvrir', navigateText: 'parcourir', closeText: 'fermer' },
              },
            },
          },
        },
      },
    },
  },
  buildEnd: async ({ outDir }) => {
    await compressFiles(outDir);
  },
});
