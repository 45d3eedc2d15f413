import { mongo, type Model } from 'mongoose';
import { DUPLICATE_KEY } from './duplicate-key.js';

/**
 * Writes documents in one round trip, leaving out those that a unique index refuses.
 * @returns the documents that were written
 * @throws whatever else went wrong
 */
export async function insertNew<T>(model: Model<T>, documents: readonly T[]): Promise<T[]> {
  if (documents.length === 0) return [];
  try {
    await model.insertMany([...documents], { lean: true, ordered: false });
    return [...documents];
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
    const failures = [error.writeErrors].flat();
    if (failures.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
    const refused = new Set(failures.map(({ index }) => index));
    return documents.filter((_document, index) => !refused.has(index));
  }
}
