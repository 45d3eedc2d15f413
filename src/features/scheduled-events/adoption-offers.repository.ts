import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ADOPTION_OFFER_MODEL, type AdoptionOfferDocument } from './adoption-offers.schema.js';
import type { FoundScheduledEvent } from './rules/scheduled-event.js';

/** Which scheduled events that people made were offered to become events, or are not to be (`discord_adoption_offers`). */
@Injectable()
export class AdoptionOffersRepository {
  constructor(@InjectModel(ADOPTION_OFFER_MODEL) private readonly offers: Model<AdoptionOfferDocument>) {}

  /** Those of these that are settled. */
  async settledAmong(discordEventIds: readonly string[]): Promise<Set<string>> {
    const found = await this.offers.find({ _id: { $in: [...discordEventIds] } }, { _id: 1 }).lean();
    return new Set(found.map(({ _id }) => _id));
  }

  async settle({ id, guild_id, recurring, fields }: FoundScheduledEvent): Promise<void> {
    const until = recurring ? null : fields.scheduled_start_time;
    await this.offers.updateOne({ _id: id }, { $set: { guild_id, expires_at: until } }, { upsert: true });
  }
}
