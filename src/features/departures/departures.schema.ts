import { Schema } from 'mongoose';

/** Somebody who left a server of an organization, until it is settled what becomes of their seats. */
export interface Departure {
  readonly id: string;
  readonly org_id: string;
  /** The server that was left last. */
  readonly guild_id: string;
  readonly discord_id: string;
  /** When it is looked whether they came back. */
  readonly due_at: Date;
  /** Events whose seats are being freed: each is told of once, also when the process dies meanwhile. */
  readonly event_ids: readonly string[];
}

/** A departure as MongoDB keeps it. */
export type DepartureDocument = Omit<Departure, 'id'> & { readonly _id: string };

export const DEPARTURE_MODEL = 'Departure';

export const departureSchema = new Schema<DepartureDocument>(
  {
    _id: { type: String, required: true },
    org_id: { type: String, required: true },
    guild_id: { type: String, required: true },
    discord_id: { type: String, required: true },
    due_at: { type: Date, required: true },
    event_ids: { type: [String], required: true },
  },
  { collection: 'departures', versionKey: false },
);

// note(): one for a person and an organization. Also removeOf().
departureSchema.index({ discord_id: 1, org_id: 1 }, { unique: true });
// listDue(): those whose time has come.
departureSchema.index({ due_at: 1 });
