import type { TestDiscord } from './discord.js';

/** A browser's answer, before it follows a redirect. */
export interface Landing {
  readonly status: number;
  readonly location: string;
  readonly body: Record<string, unknown>;
  readonly setCookies: readonly string[];
}

/** As much of a browser as sign-in needs: it keeps cookies, sends them back, and says where a request comes from. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly discord: TestDiscord,
  ) {}

  /** Somebody types an address, or follows a link. */
  get(path: string, headers: Record<string, string> = {}): Promise<Landing> {
    return this.send('GET', path, headers);
  }

  /** A request by one of our own pages. */
  own(method: string, path: string, headers: Record<string, string> = {}): Promise<Landing> {
    return this.send(method, path, { 'sec-fetch-site': 'same-origin', ...headers });
  }

  /** Goes to Discord's page. @returns the address there */
  async begin(query = ''): Promise<URL> {
    return new URL((await this.get(`/auth/discord/login${query}`)).location);
  }

  /** Agrees on Discord's page. @returns the address that Discord sends back to */
  async agree(page: URL, userId: string): Promise<string> {
    const fields = { ...Object.fromEntries(page.searchParams), user_id: userId };
    const { location } = await this.discord.control<{ location: string }>(
      'POST',
      '/oauth2/authorize',
      fields,
    );
    return location;
  }

  /** Signs somebody in who is on Discord. */
  async signIn(userId: string, query = ''): Promise<Landing> {
    return this.get(await this.agree(await this.begin(query), userId));
  }

  /** Any request. Paths are below `/api/v1`, unless they are whole addresses. */
  async send(method: string, path: string, headers: Record<string, string>): Promise<Landing> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(path.startsWith('http') ? path : `${this.url}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(cookie !== '' && { cookie }), ...headers },
    });
    const setCookies = response.headers.getSetCookie();
    for (const line of setCookies) this.store(line);
    const text = await response.text();
    const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>;
    return { status: response.status, location: response.headers.get('location') ?? '', body, setCookies };
  }

  private store(line: string): void {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
