/** One REST call that the sandbox received. */
export interface RequestEntry {
  /** Counts up from 1; `GET /sandbox/requests?since=` gives those after it. */
  seq: number;
  /** When it arrived, ISO 8601. */
  at: string;
  method: string;
  /** As received, without the query: `/api/v10/…`. */
  path: string;
  query: string;
  /** The path as Discord's documentation writes it (`/channels/{channel_id}/messages`); null for an unknown one. */
  route: string | null;
  /** The answer's HTTP status; 0 when the connection was cut before an answer. */
  status: number;
  ms: number;
  /** Who asked, as its `User-Agent` says. */
  user_agent: string | null;
  /** What was sent, long texts cut; null when nothing was, or when it is no longer kept. */
  body: unknown;
  /** Discord's code and words when it was refused. */
  error: { code: number; message: string } | null;
  /** What the answer said of its bucket; null outside all of them. */
  rate_limit: { bucket: string; limit: number; remaining: number; reset_after: number } | null;
  /** What Discord's own OpenAPI description finds wrong in the request. */
  faults: string[];
  /** What it finds wrong in our answer: a defect of the sandbox. */
  answer_faults: string[];
}
