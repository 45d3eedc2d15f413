import { describe, expect, it } from 'vitest';
import { pageModule, type MarkNode } from './modules.js';

const { parseMarkdown } = await pageModule('discord-view/markdown/blocks.js');

/** A tree as one line: `strong(bold)`. */
function sketch(nodes: MarkNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text ?? '';
      const inside = node.items ? node.items.map(sketch).join('|') : sketch(node.children ?? []);
      const facts = [node.lang, node.style, node.type === 'link' ? node.url : node.text]
        .filter(Boolean)
        .join(',');
      return `${node.type}${facts ? `<${facts}>` : ''}(${inside})`;
    })
    .join('');
}

describe('markdown', () => {
  it.each([
    ['plain', 'paragraph(plain)'],
    ['**b** *i* _i_ __u__ ~~s~~', 'paragraph(strong(b) em(i) em(i) underline(u) strike(s))'],
    ['***both***', 'paragraph(strong(em(both)))'],
    ['**a *b* c**', 'paragraph(strong(a em(b) c))'],
    ['snake_case_name and 2 * 3 * 4', 'paragraph(snake_case_name and 2 * 3 * 4)'],
    ['\\*not\\*', 'paragraph(*not*)'],
    ['`**raw**`', 'paragraph(code<**raw**>())'],
    ['a ```js\nlet x\n``` b', 'paragraph(a )codeblock<js,let x>()paragraph( b)'],
    ['<t:1925582400:R>', 'paragraph(time<R>())'],
    ['<t:1925582400>', 'paragraph(time<f>())'],
    ['<t:never:R>', 'paragraph(<t:never:R>)'],
    ['<@123> <@!123> <@&5> <#7>', 'paragraph(user() user() role() channel())'],
    ['@everyone', 'paragraph(broadcast<@everyone>())'],
    ['mail@everyones.net', 'paragraph(mail@everyones.net)'],
    ['||secret||', 'paragraph(spoiler(secret))'],
    [
      'see https://a.example/x_y_z.',
      'paragraph(see link<https://a.example/x_y_z>(https://a.example/x_y_z).)',
    ],
    ['[here](https://a.example)', 'paragraph(link<https://a.example>(here))'],
    ['[x](javascript:alert(1))', 'paragraph([x](javascript:alert(1)))'],
    ['<b onclick=x>', 'paragraph(<b onclick=x>)'],
    ['# Big\n-# small', 'heading(Big)small(small)'],
    ['#not', 'paragraph(#not)'],
    ['- one\n- **two**', 'list(one|strong(two))'],
    ['> quoted\n> more\nnot', 'quote(paragraph(quoted\nmore))paragraph(not)'],
  ])('%j', (source, tree) => {
    expect(sketch(parseMarkdown(source))).toBe(tree);
  });

  it('is not slow on hostile text', () => {
    const hostile = [
      '*'.repeat(4000),
      '_a'.repeat(2000),
      '['.repeat(4000),
      '**_'.repeat(1300),
      '`'.repeat(3999),
    ];
    for (const text of hostile) expect(parseMarkdown(text).length).toBeGreaterThan(0);
  });
});
