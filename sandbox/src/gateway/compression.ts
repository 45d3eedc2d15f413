import { constants, createDeflate, deflateSync } from 'node:zlib';

/** What `compress` in the address of the gateway may be. */
export const TRANSPORTS = ['zlib-stream', 'zstd-stream'] as const;
/** How payloads are compressed: all of them as one stream, or (`payload`: `compress` of identify) each by itself. */
export type Compression = (typeof TRANSPORTS)[number] | 'payload' | null;

/** Sends one message over the WebSocket. */
type Send = (message: string | Buffer) => void;

/** Compresses payloads and sends them, in order. */
export interface Compressor {
  write(payload: string | Buffer): void;
  /** Resolves once everything written is sent. */
  flushed(): Promise<void>;
  close(): void;
}

const WITH_NOTHING_TO_CLOSE = {
  flushed: async (): Promise<void> => Promise.resolve(),
  close: (): void => undefined,
};

export function compressorFor(compression: Compression, send: Send): Compressor {
  switch (compression) {
    case 'zlib-stream':
      return zlibStream(send);
    case 'zstd-stream':
      return zstdStream(send);
    case 'payload':
      return { ...WITH_NOTHING_TO_CLOSE, write: (payload) => send(deflateSync(payload)) };
    case null:
      return { ...WITH_NOTHING_TO_CLOSE, write: send };
  }
}

/** All payloads are one stream, each flushed to the four bytes that clients wait for. */
function zlibStream(send: Send): Compressor {
  const deflate = createDeflate({ flush: constants.Z_SYNC_FLUSH });
  let chunks: Buffer[] = [];
  let flushed = Promise.resolve();
  deflate.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    const whole = Buffer.concat(chunks);
    if (!endsPayload(whole)) {
      chunks = [whole];
      return;
    }
    chunks = [];
    send(whole);
  });
  return {
    write(payload) {
      deflate.write(payload);
      flushed = new Promise((resolve) => {
        deflate.flush(constants.Z_SYNC_FLUSH, resolve);
      });
    },
    flushed: async () => flushed,
    close: () => {
      deflate.close();
    },
  };
}

function endsPayload(chunk: Buffer): boolean {
  return chunk.length >= 4 && chunk.readUInt32BE(chunk.length - 4) === 0x0000ffff;
}

/** A Zstandard frame (RFC 8878): its magic number, no content size nor checksum, a window of 1 MiB. */
const ZSTD_FRAME = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50]);
/** What one block may hold at most. */
const ZSTD_BLOCK = 128 * 1024;

/**
 * All payloads are one frame that never ends, in blocks stored as they are: what a client has to undo, without Zstandard's
 * compression, which Node.js has since version 22.15 only.
 */
function zstdStream(send: Send): Compressor {
  let begun = false;
  return {
    ...WITH_NOTHING_TO_CLOSE,
    write(payload) {
      const bytes = Buffer.from(payload);
      const parts = begun ? [] : [ZSTD_FRAME];
      begun = true;
      for (let at = 0; at < bytes.length; at += ZSTD_BLOCK) {
        const block = bytes.subarray(at, at + ZSTD_BLOCK);
        const header = Buffer.alloc(3);
        // Not the last block, of type 0 (stored), and its size.
        header.writeUIntLE(block.length << 3, 0, 3);
        parts.push(header, block);
      }
      send(Buffer.concat(parts));
    },
  };
}
