import { claims } from './claims.migration.js';
import { lookAlikes } from './look-alikes.migration.js';
import type { Migration } from './migration.js';
import { mirrorIndexes } from './mirror-indexes.migration.js';
import { entitlements } from './entitlements.migration.js';
import { roleMappings } from './role-mappings.migration.js';
import { reminders } from './reminders.migration.js';
import { roster } from './roster/roster.migration.js';
import { signupDeadlines } from './signup-deadlines.migration.js';

/** Every migration, in the order in which they run. New ones go to the end. */
export const MIGRATIONS: readonly Migration[] = [
  roster,
  roleMappings,
  lookAlikes,
  entitlements,
  reminders,
  claims,
  signupDeadlines,
  mirrorIndexes,
];

/** The newest shape of the data that this process understands. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ schema_version }) => schema_version));
