import { readFileSync } from 'node:fs';

/** The documents that the project began with, as they were written. */
export type FoundingDocument =
  'backend-event-notify' | 'bot-health' | 'internal-api-examples' | 'internal-api-setup';

/** Where the two halves are instead of on the documents' private network. */
export interface Places {
  readonly bot: string;
  readonly backend: string;
  readonly secret: string;
}

/** Every block of a language in a document, with the documents' two hosts and the placeholders of the secret replaced. */
export function blocksOf(document: FoundingDocument, language: string, places: Places): string[] {
  const text = readFileSync(`test/fixtures/founding-documents/${document}.md`, 'utf8');
  const blocks = text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'));
  return [...blocks].map(([, block = '']) =>
    block
      .replaceAll('http://moddy.railway.internal:3000', places.bot)
      .replaceAll('http://website-backend.railway.internal:8080', places.backend)
      .replaceAll('your_secret_key_here', places.secret),
  );
}

/** A request as a document writes it: `POST address`, headers, an empty line, a body. */
export interface WrittenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function parseRequest(block: string): WrittenRequest {
  const [head = '', body = ''] = block.split(/\n\n([\s\S]*)/);
  const [first = '', ...lines] = head.split('\n');
  const [method = '', url = ''] = first.split(' ');
  const headers = lines.map((line): [string, string] => {
    const [name = '', value = ''] = line.split(': ');
    return [name, value];
  });
  return { method, url, headers: Object.fromEntries(headers), body };
}
