import { readFileSync } from 'node:fs';

/** The package's own folder. This file, or what it is bundled into, lies right below `src` or `dist`. */
export const PACKAGE = new URL('../', import.meta.url);

const description = readFileSync(new URL('package.json', PACKAGE), 'utf8');

export const VERSION = (JSON.parse(description) as { version: string }).version;
