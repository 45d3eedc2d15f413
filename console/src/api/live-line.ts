/** What tabs say to each other. */
type Word =
  /** Which topics does everybody follow? */
  | { readonly kind: 'ask' }
  | { readonly kind: 'want'; readonly tab: string; readonly topics: readonly string[] }
  /** What has changed; `null`: it may be anything. */
  | { readonly kind: 'news'; readonly topic: string | null }
  | { readonly kind: 'state'; readonly isOpen: boolean };

const NAME = 'verselink-live';

/** How long the leader waits for other tabs to name their topics, or for a page to name all of its own. */
const GATHER_MS = 50;
/** When a stream that was refused is asked for again, and how often pages read again while there is none. */
const WITHOUT_STREAM_MS = 30_000;
/** The server takes no more. */
const MOST_TOPICS = 20;

/**
 * Hears from the server what has changed, by one stream for all tabs of this browser: the tab that holds a lock has it, and passes
 * on what it hears. When that tab closes, the browser gives the lock to the next one. While there is no stream, everything is read again
 * now and then.
 */
export class LiveLine {
  private readonly tab = crypto.randomUUID();
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly channel = new BroadcastChannel(NAME);
  /** The leader's: what each tab follows, and which version each topic has. */
  private readonly wanted = new Map<string, readonly string[]>();
  private readonly versions = new Map<string, number>();
  private stream: EventSource | null = null;
  private isLeader = false;
  private isOpen = false;
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private isStarted = false;

  /** Calls `listener` when a topic has changed, or may have. @returns ends it */
  follow(topic: string, listener: () => void): () => void {
    this.start();
    const listeners = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, listeners.add(listener));
    this.tellWanted();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(topic);
      this.tellWanted();
    };
  }

  private start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    this.channel.onmessage = ({ data }: MessageEvent<Word>) => {
      this.hear(data);
    };
    // Held until the tab is closed.
    void navigator.locks.request(NAME, () => {
      this.isLeader = true;
      this.say({ kind: 'ask' });
      return new Promise(() => undefined);
    });
    setInterval(() => {
      if (!this.isOpen) this.notify(null);
    }, WITHOUT_STREAM_MS);
    addEventListener('pagehide', () => {
      this.channel.postMessage({ kind: 'want', tab: this.tab, topics: [] } satisfies Word);
    });
  }

  private tellWanted(): void {
    this.say({ kind: 'want', tab: this.tab, topics: [...this.listeners.keys()] });
  }

  /** Says something to all tabs, this one included. */
  private say(word: Word): void {
    this.channel.postMessage(word);
    this.hear(word);
  }

  private hear(word: Word): void {
    if (word.kind === 'news') this.notify(word.topic);
    else if (word.kind === 'state') this.isOpen = word.isOpen;
    else if (word.kind === 'ask') this.tellWanted();
    else if (this.isLeader) this.gather(word.tab, word.topics);
  }

  private notify(changed: string | null): void {
    for (const [topic, listeners] of this.listeners) {
      if (changed === null || covers(topic, changed)) for (const listener of listeners) listener();
    }
  }

  private gather(tab: string, topics: readonly string[]): void {
    const before = this.wanted.get(tab) ?? [];
    this.wanted.set(tab, topics);
    // Of a topic that the stream has long told of, a tab that comes now may have read before it heard.
    for (const topic of topics) {
      if (!before.includes(topic) && this.versions.has(topic)) this.say({ kind: 'news', topic });
    }
    clearTimeout(this.gathering);
    this.gathering = setTimeout(() => {
      this.open();
    }, GATHER_MS);
  }

  /** Opens the stream for what all tabs follow, unless it is the one that there is. */
  private open(): void {
    const topics = [...new Set([...this.wanted.values()].flat())].sort().slice(0, MOST_TOPICS);
    const address = `/api/v1/live?topics=${encodeURIComponent(topics.join(','))}`;
    if (this.stream?.url.endsWith(address) === true && this.stream.readyState !== EventSource.CLOSED) {
      this.say({ kind: 'state', isOpen: this.isOpen });
      return;
    }
    this.stream?.close();
    this.stream = topics.length === 0 ? null : this.connect(address);
  }

  private connect(address: string): EventSource {
    const stream = new EventSource(address);
    stream.onopen = () => {
      this.say({ kind: 'state', isOpen: true });
    };
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      const { topic, version } = JSON.parse(data) as { topic: string; version: number };
      if (this.versions.get(topic) === version) return;
      this.versions.set(topic, version);
      this.say({ kind: 'news', topic });
    };
    stream.addEventListener('gone', ({ data }: MessageEvent<string>) => {
      this.say({ kind: 'news', topic: (JSON.parse(data) as { topic: string }).topic });
    });
    stream.addEventListener('refetch', () => {
      this.say({ kind: 'news', topic: null });
    });
    stream.onerror = () => {
      this.say({ kind: 'state', isOpen: false });
      // The browser connects again by itself, but not after a refusal.
      if (stream.readyState === EventSource.CLOSED)
        setTimeout(() => {
          this.say({ kind: 'ask' });
        }, WITHOUT_STREAM_MS);
    };
    return stream;
  }
}

/** What topics stand for: all of one's organizations, and one's own account. */
const STANDS_FOR: Readonly<Record<string, string | undefined>> = {
  events: 'organization:',
  account: 'account:',
};

/** Whether who follows a topic hears of a change to another. */
function covers(followed: string, changed: string): boolean {
  const prefix = STANDS_FOR[followed];
  return followed === changed || (prefix !== undefined && changed.startsWith(prefix));
}
