import { expect, it } from 'vitest';
import { demoSettings } from './demo-settings.js';

it('takes the ports that are asked for, and nothing that is configured for VerseLink', async () => {
  const ports = { PORT: '18081', INTERNAL_API_PORT: '13001', SANDBOX_PORT: '14001' };
  const settings = await demoSettings('/tmp/demo', { ...ports, MONGODB_URI: 'mongodb://real' });
  expect(settings).toMatchObject({ port: 18_081, internalPort: 13_001, sandboxPort: 14_001 });
  expect(JSON.stringify(settings)).not.toContain('mongodb://real');
});
