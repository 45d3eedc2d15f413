import { Schema } from 'mongoose';

/** A scheduled event that a person made on Discord, and of which it is settled whether they are asked about it. */
export interface AdoptionOfferDocument {
  /** Discord's id of it. */
  readonly _id: string;
  readonly guild_id: string;
  /** From when on it cannot become an event any more; `null` for one that comes again and again. */
  readonly expires_at: Date | null;
}

export const ADOPTION_OFFER_MODEL = 'DiscordAdoptionOffer';

export const adoptionOfferSchema = new Schema<AdoptionOfferDocument>(
  {
    _id: { type: String, required: true },
    guild_id: { type: String, required: true },
    expires_at: { type: Date, default: null },
  },
  { collection: 'discord_adoption_offers', versionKey: false },
);

// Forgets what has begun.
adoptionOfferSchema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });
