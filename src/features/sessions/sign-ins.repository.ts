import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { SIGN_IN_MODEL, type SignInDocument } from './sessions.schema.js';

/** What has to be known of a sign-in when the browser comes back from Discord. */
export type SignIn = Pick<SignInDocument, 'verifier' | 'return_path'>;

/** Sign-ins under way: in the database, because the browser may come back to another process. */
@Injectable()
export class SignInsRepository {
  constructor(@InjectModel(SIGN_IN_MODEL) private readonly signIns: Model<SignInDocument>) {}

  async create(stateDigest: string, signIn: SignIn, expiresAt: Date): Promise<void> {
    await this.signIns.create({ ...signIn, _id: stateDigest, expires_at: expiresAt });
  }

  /** Gives a sign-in back once: the second call with the same state finds nothing. */
  async take(stateDigest: string): Promise<SignIn | null> {
    return this.signIns.findOneAndDelete({ _id: stateDigest, expires_at: { $gt: new Date() } }).lean();
  }
}
