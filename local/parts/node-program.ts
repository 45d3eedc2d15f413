import path from 'node:path';
import { projectRoot } from '../paths.js';

/** The arguments that make a Node.js child end with its parent, to be followed by its script's. */
export function endingWithParent(): string[] {
  return ['--import', path.join(projectRoot, 'local/processes/exit-with-parent.mjs')];
}
