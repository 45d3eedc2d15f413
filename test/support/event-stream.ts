import { setTimeout as sleep } from 'node:timers/promises';

/** One message of an event stream. */
interface StreamMessage {
  readonly event: string;
  readonly data: { readonly topic?: string; readonly version?: number };
}

/** A page that listens. */
export interface Listening {
  readonly status: number;
  readonly headers: Headers;
  /** What came so far, in order. */
  readonly messages: StreamMessage[];
  /** Whether the other side has ended it. */
  readonly hasEnded: () => boolean;
  close(): void;
}

/** Opens an event stream and reads it as it comes. */
export async function listenTo(
  url: string,
  topics: string,
  headers: Readonly<Record<string, string>>,
): Promise<Listening> {
  const control = new AbortController();
  const response = await fetch(`${url}/api/v1/live?topics=${topics}`, { headers, signal: control.signal });
  const messages: StreamMessage[] = [];
  let hasEnded = false;
  const read = async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      messages.push(...blocks.flatMap(messageOf));
    }
    hasEnded = true;
  };
  void read().catch(() => undefined);
  await sleep(0);
  const close = () => {
    control.abort();
  };
  return { status: response.status, headers: response.headers, messages, hasEnded: () => hasEnded, close };
}

function messageOf(block: string): StreamMessage[] {
  const fields = new Map(block.split('\n').map((line) => [line.split(':')[0], line.replace(/^\w*: ?/, '')]));
  const data = fields.get('data');
  if (data === undefined) return [];
  return [{ event: fields.get('event') ?? 'message', data: JSON.parse(data) as StreamMessage['data'] }];
}
