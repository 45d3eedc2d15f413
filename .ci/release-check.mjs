/**
 * What a release would give away: `npm run release:check` lists the files that the image is built from (Docker's context) and those of
 * the sandbox's package, with their packages (CycloneDX) and licences, in dist/release. It refuses secrets, source maps, tests, and
 * licences that are not on the list.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import dockerignore from '@balena/dockerignore';
import { lintSource } from '@secretlint/core';
import { creator as secrets } from '@secretlint/secretlint-rule-preset-recommend';

/** @typedef {{ name: string, version: string, licenses?: { license?: { id?: string, name?: string }, expression?: string }[] }} Component */
/** @typedef {{ name: string, folder: string, files: string[], npm: string[] }} Part */

const OUT = 'dist/release';
const REFUSED = [
  { what: 'a source map', files: /\.map$/ },
  {
    what: 'a test',
    files: /(?:^|\/)(?:tests?|__tests__|__snapshots__)\/|\.(?:spec|test)\.(?:d\.)?[cm]?[jt]sx?$/,
  },
  {
    what: 'a file of secrets',
    files: /(?:^|\/)(?:\.env(?!\.example$)[^/]*|[^/]*\.(?:pem|key|p12)|id_(?:rsa|ed25519))$/,
  },
  { what: "a tool's own notes", files: /\.tsbuildinfo$|(?:^|\/)(?:coverage|\.data|\.cache|\.git)\// },
];
const BINARY = /\.(?:br|gz|ico|jpe?g|png|webp|woff2?)$/;
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const licences = /--onlyAllow '([^']+)'/.exec(manifest.scripts['check:licences'])?.[1]?.split(';') ?? [];

/** @param {string} program @param {string[]} args */
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 100_000_000 });

/** Files below a folder that are wanted. @param {string} folder @param {(file: string) => boolean} isWanted @returns {string[]} */
function filesOf(folder, isWanted) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (!entry.isDirectory()) return isWanted(file) ? [file] : [];
    return isWanted(path.join(file, 'package.json')) || entry.name !== 'node_modules'
      ? filesOf(file, isWanted)
      : [];
  });
}

/** What Docker is sent. @returns {Part} */
function imageContext() {
  const ignored = dockerignore().add(readFileSync('.dockerignore', 'utf8'));
  const files = filesOf('.', (file) => !ignored.ignores(file));
  return { name: 'image', folder: '.', files, npm: ['--workspace=console', '--include-workspace-root'] };
}

/** The sandbox as npm would publish it. @returns {Part} */
function sandboxPackage() {
  const [{ filename }] = JSON.parse(
    run('npm', 'pack', '--workspace=sandbox', '--json', `--pack-destination=${OUT}`),
  );
  const folder = path.join(OUT, 'package');
  run('tar', '-xzf', path.join(OUT, filename), '-C', OUT);
  const files = filesOf(folder, () => true).map((file) => path.relative(folder, file));
  return { name: 'sandbox', folder, files, npm: ['--workspace=sandbox'] };
}

/** @param {Part} part @returns {Promise<string[]>} */
async function faultsIn({ folder, files }) {
  const faults = REFUSED.flatMap((kind) =>
    files.filter((file) => kind.files.test(file)).map((file) => `${file} is ${kind.what}`),
  );
  const rules = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: secrets }];
  for (const file of files.filter((name) => !BINARY.test(name))) {
    const filePath = path.join(folder, file);
    const source = {
      filePath,
      content: readFileSync(filePath, 'utf8'),
      contentType: /** @type {const} */ ('text'),
    };
    const { messages } = await lintSource({ source, options: { config: { rules }, maskSecrets: true } });
    faults.push(
      ...messages.map(({ loc, message }) => `${file}:${String(loc.start.line)} has a secret: ${message}`),
    );
  }
  return faults;
}

/** @param {Component} component */
const licenceOf = ({ licenses = [] }) =>
  licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression ?? '').join(' AND ') ||
  'none';

/** Licences of an expression such as `(MIT OR GPL-3.0)`, of which one of the list is enough. @param {string} expression */
const isAllowed = (expression) =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((licence) => licences.includes(licence));

/** Writes the list of files and of packages of a part. @param {Part} part @returns {string[]} faults */
function list({ name, files, npm }) {
  const options = ['--omit=dev', '--package-lock-only', '--flatten-components', '--output-reproducible'];
  // `npm sbom` has left out a quarter of the packages.
  const sbom = run('node_modules/.bin/cyclonedx-npm', ...options, ...npm);
  /** @type {{ components: Component[] }} */
  const { components } = JSON.parse(sbom);
  /** @type {Record<string, number>} */
  const counts = {};
  for (const component of components) counts[licenceOf(component)] = (counts[licenceOf(component)] ?? 0) + 1;
  const summary = Object.entries(counts)
    .map((count) => count.join(' '))
    .join(', ');
  writeFileSync(path.join(OUT, `${name}.cdx.json`), sbom);
  writeFileSync(path.join(OUT, `${name}.files.txt`), files.sort().join('\n') + '\n');
  console.log(`${name}: ${String(files.length)} files, ${String(components.length)} packages (${summary})`);
  return components
    .filter((one) => !isAllowed(licenceOf(one)))
    .map((one) => `${one.name} is under ${licenceOf(one)}`);
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const faults = [];
for (const part of [imageContext(), sandboxPackage()]) faults.push(...list(part), ...(await faultsIn(part)));
for (const fault of faults) console.error(fault);
console.log(
  faults.length === 0 ? `Lists are in ${OUT}.` : `${String(faults.length)} things must not be released.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
