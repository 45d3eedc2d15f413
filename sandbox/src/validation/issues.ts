import { DiscordError, type ErrorTree } from '../errors.js';

/** Where in a body something is: field names and list positions. */
export type Path = readonly (string | number)[];

/** Collects what is wrong in a body, to answer all of it at once in Discord's nested form (code 50035). */
export class Issues {
  private readonly tree = emptyTree();
  private found = false;

  /** Notes a fault at a place; an empty path means the body as a whole. */
  add(path: Path, code: string, message: string): void {
    this.found = true;
    let node = this.tree;
    for (const step of path) {
      // What is wrong inside of something is told in the place of what is wrong with it as a whole, never beside it.
      delete node['_errors'];
      const next = node[step];
      if (next && !Array.isArray(next)) node = next;
      else node = node[step] = emptyTree();
    }
    const list = node['_errors'];
    const entry = { code, message };
    if (Array.isArray(list)) list.push(entry);
    else if (Object.keys(node).length === 0) node['_errors'] = [entry];
  }

  get any(): boolean {
    return this.found;
  }

  /** Refuses with 50035 if anything was noted. */
  refuseIfAny(): void {
    if (this.found) throw new DiscordError(400, 50035, 'Invalid Form Body', this.tree);
  }
}

/** Its fields are named by the client: `__proto__`, too, must be a name like any other. */
function emptyTree(): ErrorTree {
  return Object.create(null) as ErrorTree;
}

/** Refuses with 50035 for one fault. */
export function invalid(path: Path, code: string, message: string): DiscordError {
  const issues = new Issues();
  issues.add(path, code, message);
  try {
    issues.refuseIfAny();
  } catch (error) {
    return error as DiscordError;
  }
  throw new Error('unreachable');
}
