import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { VERSION } from '../../src/common/version.js';
import { MIGRATIONS } from '../../src/infra/migrations/catalogue.js';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFile(path.join(root, file), 'utf8');
const versionsIn = (text: string) =>
  [...text.matchAll(/^## (\d+\.\d+\.\d+)\b/gm)].map(([, version]) => version);

it('has one version, which the changelog and the page on upgrading know', async () => {
  const [changelog, upgrade] = await Promise.all([read('CHANGELOG.md'), read('docs/upgrade.md')]);
  expect(versionsIn(changelog)[0]).toBe(VERSION);
  expect(versionsIn(upgrade)).toEqual(versionsIn(changelog));
  const { workspaces } = JSON.parse(await read('package.json')) as { workspaces: string[] };
  for (const workspace of workspaces) {
    const manifest = JSON.parse(await read(`${workspace}/package.json`)) as {
      private?: boolean;
      version: string;
    };
    // A package that is published has a number of its own.
    if (manifest.private === true) expect(manifest.version, workspace).toBe(VERSION);
  }
});

it('says what each migration does to the data', async () => {
  const upgrade = await read('docs/upgrade.md');
  for (const { name, schema_version } of MIGRATIONS)
    expect(upgrade).toMatch(new RegExp(`^\\| \`${name}\` +\\| ${schema_version} `, 'm'));
});

it('has change files of known kinds', async () => {
  const kinds = [...(await read('.changie.yaml')).matchAll(/- label: (.+)/g)].map(([, kind]) => kind);
  const files = (await readdir(path.join(root, '.changes/unreleased'))).filter((file) =>
    file.endsWith('.yaml'),
  );
  for (const file of files) {
    const text = await read(`.changes/unreleased/${file}`);
    expect(kinds, file).toContain(/^kind: (.+)$/m.exec(text)?.[1]);
    expect(text, file).toMatch(/^body: \S/m);
  }
});
