import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { seed, type Seeded, type SeedOptions } from './seed.js';

/**
 * Seeds a data directory at its very first start and remembers it in `seeded.json`: what the person has deleted or
 * changed since does not come back.
 */
export async function seedOnce(dataDir: string, options: SeedOptions): Promise<Seeded> {
  const marker = path.join(dataDir, 'seeded.json');
  try {
    return JSON.parse(await readFile(marker, 'utf8')) as Seeded;
  } catch {
    const seeded = await seed(options);
    await writeFile(marker, `${JSON.stringify(seeded, null, 2)}\n`);
    return seeded;
  }
}
