import { parse } from 'discord-markdown-parser';
import { describe, expect, it } from 'vitest';
import { escapeMarkup, escapeWithin, truncateMarkdown } from './discord-text.js';
import { codePoints } from './text.js';

type Node = ReturnType<typeof parse>[number];

/** What Discord would show; fails for anything that is not plain text. */
function shown(text: string): string {
  return parse(text, 'extended')
    .map((node: Node) => {
      expect(node.type).toBe('text');
      return String(node['content']);
    })
    .join('');
}

const NAMES = [
  'Op **Nuit** [clic](https://example.org) *étoile',
  '||Tank|| *1*',
  '__souligné__ _penché_ ~~barré~~ `code` ```bloc```',
  'a__b__c moddy_max _x é_y_',
  '# Titre',
  '-# petit',
  '> citation',
  '>>> citation',
  '<@100000000000000001> <#100000000000000001> <@&100000000000000001> <t:1700000000:R>',
  '<:tank:112233445566778899> <a:tank:112233445566778899> :smile: :+1:',
  '@everyone et @here',
  'https://example.org/a_b_c <https://example.org>',
  '</event list:100000000000000001>',
  '\\*déjà\\* \\',
  'Port-Olisar : 12:30 (à 20 h) #1',
];

describe('escapeMarkup', () => {
  it.each(NAMES)('shows %j letter for letter', (name) => {
    expect(shown(escapeMarkup(name))).toBe(name);
    expect(shown(`**${escapeMarkup(name)}**`.slice(2, -2))).toBe(name);
  });

  it.each(['- point', '+ point', '1. un', '12) douze'])('begins no list with %j', (name) => {
    expect(escapeMarkup(name)).toMatch(/^\d*\\[-+.)] /);
  });

  it('leaves a plain name as it is', () => {
    for (const name of ['Raid du mardi', 'moddy_max', 'Port-Olisar 12:30', 'C++', '🚀 Opération'])
      expect(escapeMarkup(name)).toBe(name);
  });
});

describe('escapeWithin', () => {
  it.each(NAMES)('keeps within the limit, and never cuts an escape of %j', (name) => {
    for (let max = 1; max <= 80; max++) {
      const cut = escapeWithin(name, max);
      expect(codePoints(cut)).toBeLessThanOrEqual(max);
      expect(name).toContain(shown(cut).replace(/…$/, ''));
    }
  });
});

describe('truncateMarkdown', () => {
  it.each([
    ['a text that fits', 'all **of** it', 40, 'all **of** it'],
    ['code', '```js\nlet a = 1;\nlet b = 2;\n```', 24, '```js\nlet a = 1;\nle…\n```'],
    ['what is hidden', 'Boss: ||the dragon at the end|| dies', 20, 'Boss: ||the drago…||'],
    ['bold within a quote', '> **bold _and italic_ words** here', 20, '> **bold _and it…_**'],
    ['a link, whole or not at all', 'See [the plan](https://example.org/a/long/path) first', 30, 'See…'],
    ['an address', 'https://example.org/a/long/path and more', 20, '…'],
    ['a custom emoji', 'Go <a:rocket_of_doom:112233445566778899> now', 20, 'Go…'],
    ['a sign that opens nothing', '5 * 3 makes fifteen, no less', 15, '5 * 3 makes fi…'],
    ['an underscore within a word', 'moddy_max and moddy_basic are plans', 20, 'moddy_max and moddy…'],
    ['an emoji of several code points', `${'x'.repeat(8)}👩‍🚀 and more`, 10, `${'x'.repeat(8)}…`],
  ])('keeps markup whole: %s', (_what, text, max, cut) => {
    expect(truncateMarkdown(text, max)).toBe(cut);
    expect(codePoints(cut)).toBeLessThanOrEqual(max);
  });
});
