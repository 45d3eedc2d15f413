import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Where each library is run with its recipe. */
const TESTED_IN: Record<string, string> = {
  'discord.js': 'libraries/discord-js.ts',
  '@discordjs/core': 'libraries/core.ts',
  sapphire: 'libraries/sapphire.ts',
  necord: 'libraries/necord.ts',
  'oceanic.js': 'libraries/oceanic.ts',
  discordeno: 'libraries/discordeno.ts',
  eris: 'libraries/eris.ts',
  seyfert: 'libraries/seyfert.ts',
  'discord.py': 'discord_py_bot.py',
};
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The recipes by library: each begins with a comment that names it. */
function recipes(): Map<string, string> {
  const [, section = ''] = /## With your library\n(.*?)\n## /s.exec(README) ?? [];
  const blocks = [...section.matchAll(/```\w+\n(.*?)```/gs)].flatMap(([, code = '']) => code.split('\n\n'));
  return new Map(
    blocks.map((block) => {
      const [, library = '', code = ''] = /^(?:\/\/|#) ([\w@./-]+).*?\n(.*)$/s.exec(block) ?? [];
      return [library.replace(/[.:]$/, ''), code];
    }),
  );
}

/** Code without what is a matter of taste, the sandbox's address written out. */
function bare(code: string): string {
  return code
    .replaceAll('${sandbox.url}', 'http://127.0.0.1:4000')
    .replaceAll(/\$\{sandbox\.port\}|sandbox\.port/g, '4000')
    .replaceAll(/(?<=: )sandbox\.url\b/g, "'http://127.0.0.1:4000'")
    .replaceAll('{HOST}', '127.0.0.1:4000')
    .replaceAll("f'", "'")
    .replaceAll('`', "'")
    .replaceAll(/[\s;]/g, '')
    .replaceAll(/,(?=[})])/g, '');
}

describe('the recipes of the README', () => {
  it('name every library', () => {
    expect([...recipes().keys()]).toEqual(Object.keys(TESTED_IN));
  });

  it.each(Object.entries(TESTED_IN))('are those by which %s is tested', (library, file) => {
    const source = bare(readFileSync(new URL(file, import.meta.url), 'utf8'));
    const pieces = (recipes().get(library) ?? '')
      .split(/…|;?\n/)
      .map((piece) => bare(piece).replace(/^,|[)},]+$/g, ''));
    expect(pieces.filter((piece) => !source.includes(piece))).toEqual([]);
    expect(pieces.join('')).toContain('127.0.0.1');
  });
});
