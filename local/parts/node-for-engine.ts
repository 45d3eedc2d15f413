import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../paths.js';

/** The engine's build needs glibc 2.38. Debian 12 has 2.36; Debian 13 and Ubuntu 24.04 are new enough. */
const neededMinor = 38;

/** Where bin/setup unpacks Debian 13's C library, for systems whose own is too old. */
const newerLibraries = path.join(projectRoot, '.cache/glibc');

/** How to run Node.js: a command and the arguments that come before the script's. */
export interface NodeCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Node.js as the embedded MongoDB engine needs it: itself where the system's C library is new enough (or is not
 * glibc at all, as on macOS), otherwise under the newer loader that bin/setup has fetched. Nothing else of the
 * machine sees that library.
 * @throws Error naming bin/setup when the loader is needed and missing.
 */
export function nodeForEngine(): NodeCommand {
  if (isNewEnough(systemGlibc())) return { command: process.execPath, args: [] };
  const link = path.join(newerLibraries, 'loader');
  if (!existsSync(link)) {
    throw new Error(
      `The embedded MongoDB needs glibc 2.${String(neededMinor)}, and this system's is older. Run bin/setup once: it fetches a newer one.`,
    );
  }
  const ours = path.join(newerLibraries, 'lib');
  return { command: link, args: ['--library-path', ours, process.execPath] };
}

/** The version of the system's C library, e.g. `2.36`; undefined where it is not glibc. */
function systemGlibc(): string | undefined {
  const report: unknown = process.report.getReport();
  const { header } = report as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime;
}

/** Whether the engine runs with this glibc. */
export function isNewEnough(version: string | undefined): boolean {
  if (version === undefined) return true;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 2 || (major === 2 && minor >= neededMinor);
}
