/** What receivers get: written once, so that every try sends and signs the same bytes. */
export function deliveryBody(
  id: string,
  type: string,
  occurredAt: Date,
  data: Readonly<Record<string, unknown>>,
): string {
  return JSON.stringify({ id, type, timestamp: occurredAt.toISOString(), data });
}
