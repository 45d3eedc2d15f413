import { invalid, type FieldError } from '../../common/errors.js';
import { secretFault } from './rules/secret.js';
import type { TargetPolicy } from './target-policy.js';

/** Checks what a door cannot know: where the address leads, and whether the secret can sign. @throws invalid */
export async function checkWebhookInput(
  targets: TargetPolicy,
  { url, secret }: { readonly url?: string | undefined; readonly secret?: string | undefined },
): Promise<void> {
  const faults: FieldError[] = [];
  const urlFault = url === undefined ? null : await targets.faultOf(url);
  if (urlFault !== null) faults.push({ field: 'url', message: urlFault });
  const fault = secret === undefined ? null : secretFault(secret);
  if (fault !== null) faults.push({ field: 'secret', message: fault });
  if (faults.length > 0) throw invalid(faults);
}
