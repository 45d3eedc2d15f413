import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { lazily } from '../common/lazily.js';
import { Config } from '../config/config.js';

const jose = lazily(() => import('jose'));

const MARK = 'sealed';
const KEY_BYTES = 32;
const ID_BYTES = 4;

interface VaultKey {
  /** Tells keys apart in what is sealed, and says nothing of the key. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Of what `proofOf` gives. */
  readonly proofBytes: Uint8Array;
}

/** What is sealed cannot be opened: its key is gone. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
}

/**
 * Encrypts secrets that have to be kept (AES-256-GCM, as JWE), so that a copy of the database alone gives none away. The first of
 * `Config.vaultSecrets` seals; the others open what was sealed before it came.
 */
@Injectable()
export class Vault {
  private readonly keys: readonly VaultKey[];

  constructor({ vaultSecrets }: Config) {
    this.keys = vaultSecrets.map(keyFrom);
  }

  /** What everything begins with that the present key has sealed. */
  get prefix(): string {
    return `${MARK}:${this.current.id}:`;
  }

  async seal(text: string): Promise<string> {
    const { CompactEncrypt } = await jose();
    const jwe = new CompactEncrypt(Buffer.from(text)).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' });
    return this.prefix + (await jwe.encrypt(this.current.bytes));
  }

  /**
   * @param sealed what `seal` gave; what was stored before there was a vault is given back as it is
   * @throws VaultError when no key fits
   */
  async open(sealed: string): Promise<string> {
    const [mark, id, jwe] = sealed.split(':');
    if (mark !== MARK || jwe === undefined) return sealed;
    const key = this.keys.find((candidate) => candidate.id === id);
    if (key === undefined)
      throw new VaultError('It was sealed with a key that ENCRYPTION_KEY no longer holds.');
    const { compactDecrypt } = await jose();
    return Buffer.from((await compactDecrypt(jwe, key.bytes)).plaintext).toString();
  }

  /** What only a holder of the present key can say of a text: it need not be kept to be known again. */
  proofOf(text: string): string {
    return proofBy(this.current, text);
  }

  /** Whether `proofOf` gave this for the text, by the present key or an earlier one. */
  isProofOf(text: string, proof: string): boolean {
    return this.keys.some((key) => isSame(proofBy(key, text), proof));
  }

  private get current(): VaultKey {
    const [first] = this.keys;
    if (first === undefined) throw new VaultError('ENCRYPTION_KEY is missing.');
    return first;
  }
}

/** Derived, so that the same variable may serve elsewhere as well. */
function keyFrom(secret: string): VaultKey {
  const derive = (purpose: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `verselink vault ${purpose}`, length));
  return {
    id: derive('id', ID_BYTES).toString('hex'),
    bytes: derive('key', KEY_BYTES),
    proofBytes: derive('proof', KEY_BYTES),
  };
}

function proofBy({ proofBytes }: VaultKey, text: string): string {
  return createHmac('sha256', proofBytes).update(text).digest('base64url');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
