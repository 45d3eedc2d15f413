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
  /** What Discord's own OpenAPI description finds wrong in the request. */
  faults: string[];
  /** What it finds wrong in our answer: a defect of the sandbox. */
  answer_faults: string[];
}
