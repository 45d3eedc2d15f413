import type { MarkdownRenderer } from 'vitepress';

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/** Sets a French text as it is printed: spaces that do not break before `: ; ? !` and inside of guillemets, and round apostrophes. */
function setFrench(text: string): string {
  return text
    .replaceAll(/(?<!\s) (?=[;?!](?:\s|$))/g, NARROW_NO_BREAK)
    .replaceAll(/(?<!\s) (?=:(?:\s|$))/g, NO_BREAK)
    .replaceAll('« ', `«${NO_BREAK}`)
    .replaceAll(' »', `${NO_BREAK}»`)
    .replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’');
}

/** Writers type plain spaces and apostrophes; pages below `/fr` show them as French wants them. Code is left as it is. */
export function frenchTypography(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('french_typography', ({ tokens, env }) => {
    const { relativePath = '' } = env as { relativePath?: string };
    if (!relativePath.startsWith('fr/')) return;
    for (const token of tokens) {
      for (const child of token.children ?? []) {
        if (child.type === 'text') child.content = setFrench(child.content);
      }
    }
  });
}
