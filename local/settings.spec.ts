import { describe, expect, it } from 'vitest';
import { projectRoot } from './paths.js';
import { isSet, readSettings } from './settings.js';

describe('the settings of the local stack', () => {
  it('has the defaults of the contract', () => {
    expect(readSettings({})).toMatchObject({
      dataDir: `${projectRoot}/.data`,
      port: 8080,
      internalPort: 3000,
      sandboxPort: 4000,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readSettings({ PORT: ' ', DATA_DIR: '' })).toMatchObject({
      port: 8080,
      dataDir: `${projectRoot}/.data`,
    });
    expect(isSet({ MONGODB_URI: '' }, 'MONGODB_URI')).toBe(false);
  });

  it('reads the internal port by its other name too', () => {
    expect(readSettings({ INTERNAL_API_PORT: '3456' }).internalPort).toBe(3456);
    expect(readSettings({ INTERNAL_API_PORT: '3456', INTERNAL_PORT: '3457' }).internalPort).toBe(3457);
  });

  it.each(['0', '65536', '80.5', 'http', '-1'])(
    'refuses %s as a port, by the name of its variable',
    (value) => {
      expect(() => readSettings({ SANDBOX_PORT: value })).toThrow('SANDBOX_PORT');
    },
  );
});
