import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Listener } from '../common/listeners.js';
import { problemOf } from '../rest-api/problem/problem.js';

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Answers what Node.js cannot read as a request, in the form of the listener that it came through: its own answer would be
 * an empty one.
 */
export function answerClientErrors(
  listener: Listener,
): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    socket.end(answer(listener, STATUS_BY_CODE[error.code ?? ''] ?? 400));
  };
}

function answer(listener: Listener, statusCode: number): string {
  const isPublic = listener === 'public';
  const reason = STATUS_CODES[statusCode] ?? 'Bad Request';
  const refused = Object.assign(new Error(reason), { statusCode });
  const body = JSON.stringify(isPublic ? problemOf(refused) : { error: reason });
  return [
    `HTTP/1.1 ${String(statusCode)} ${reason}`,
    `content-type: ${isPublic ? 'application/problem+json' : 'application/json; charset=utf-8'}`,
    `content-length: ${String(Buffer.byteLength(body))}`,
    'cache-control: no-store',
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
