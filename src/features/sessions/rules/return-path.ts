/** Where people are sent after signing in when they came from no page of ours. */
export const DEFAULT_RETURN_PATH = '/api/docs';

const LONGEST = 500;

/**
 * Whether a text is the path of one of our own pages. Browsers read `//host`, `/\host`, and a path with line breaks or tabs in it
 * as another host's address.
 */
export function isOwnPath(text: string): boolean {
  return text.length <= LONGEST && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text);
}
