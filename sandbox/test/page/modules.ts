/** The page's own modules are plain JavaScript for browsers; the pure ones run here as well. */
export interface MarkNode {
  type: string;
  text?: string;
  children?: MarkNode[];
  url?: string;
  style?: string;
  unix?: number;
  lang?: string;
  items?: MarkNode[][];
}

interface CommandLine {
  path: string[];
  title: string;
  description: string;
}

interface PageModules {
  'discord-view/markdown/blocks.js': { parseMarkdown: (text: string) => MarkNode[] };
  'discord-view/format.js': {
    formatTime: (date: Date, style: string, locale?: string, now?: number) => string;
    initials: (name: string) => string;
    hueOf: (id: string) => number;
    fileSize: (bytes: number, locale?: string) => string;
  };
  'state/commands.js': {
    commandLines: (commands: object[], locale?: string) => CommandLine[];
    matchLines: (lines: CommandLine[], typed: string) => CommandLine[];
  };
  'state/dispatch.js': { reduceDispatch: <State>(state: State, name: string, d: unknown) => Partial<State> };
}

/** One of the page's modules that need no browser. */
export async function pageModule<Name extends keyof PageModules>(name: Name): Promise<PageModules[Name]> {
  const folder = name.startsWith('discord-view/') ? '../../../packages' : '../../page';
  return (await import(new URL(`${folder}/${name}`, import.meta.url).href)) as PageModules[Name];
}
