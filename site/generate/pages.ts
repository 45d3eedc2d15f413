import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from './markdown.js';
import { operationFiles } from './operations.js';
import { environmentPart } from './environment.js';
import { errorsPart } from './errors.js';
import { jobsPart, schedulesPart } from './jobs.js';
import { logPart } from './log.js';
import { permissionsPart } from './permissions.js';
import { ROOT } from './sources.js';

const SITE = path.join(ROOT, 'site');

/** Parts that pages include, by name. */
const PARTS: Readonly<Record<string, (language: Language) => string>> = {
  environment: environmentPart,
  errors: errorsPart,
  jobs: jobsPart,
  schedules: schedulesPart,
  log: logPart,
  permissions: permissionsPart,
};

/**
 * Writes what the code says: whole pages for operations, and for everything else parts (`.generated/<language>/<part>.md`) that
 * written pages include.
 */
export async function generatePages(): Promise<void> {
  for (const language of ['fr', 'en'] as const) {
    for (const [file, content] of operationFiles(language)) await write(path.join(language, file), content);
    for (const [name, part] of Object.entries(PARTS))
      await write(path.join('.generated', language, `${name}.md`), part(language));
  }
}

async function write(file: string, content: string): Promise<void> {
  const target = path.join(SITE, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, `${content.trim()}\n`);
}
