import type { FastifyReply } from 'fastify';

/** Answers with a table that browsers save as a file. @returns the body */
export function sendTable(
  reply: FastifyReply,
  { file_name, content }: { readonly file_name: string; readonly content: string },
): string {
  void reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${file_name}"`);
  return content;
}
