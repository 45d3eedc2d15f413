/** An answer, with its body read. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** A problem document, as clients see it. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** A small client of the REST API. Paths are below `/api/v1`, unless they start with `/api`, `/internal`, `/metrics` or `/health`. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly bearer?: string,
  ) {}

  get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }

  post<T = unknown>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.send('POST', path, body);
  }

  put<T = unknown>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.send('PUT', path, body);
  }

  patch<T = unknown>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.send('PATCH', path, body);
  }

  delete<T = unknown>(path: string): Promise<Answer<T>> {
    return this.send('DELETE', path);
  }

  /** Sends a body as it is, for requests that are wrong on purpose. */
  async raw<T = unknown>(method: string, path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const headers = new Headers(init.headers);
    if (this.bearer !== undefined && !headers.has('authorization'))
      headers.set('authorization', `Bearer ${this.bearer}`);
    const absolute = /^\/(?:api|internal|metrics|health)(?:\/|$)/.test(path) ? path : `/api/v1${path}`;
    const response = await fetch(this.url + absolute, { ...init, method, headers });
    const type = response.headers.get('content-type') ?? '';
    // A stream has no end: its head is what is asked for.
    if (type.startsWith('text/event-stream')) await response.body?.cancel();
    const text = response.bodyUsed ? '' : await response.text();
    const isJson = type.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : text) as T,
    };
  }

  private send<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const init =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return this.raw(method, path, init);
  }
}
