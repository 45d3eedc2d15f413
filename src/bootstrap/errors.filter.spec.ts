import type { ArgumentsHost } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { Config } from '../config/config.js';
import { ErrorsFilter } from './errors.filter.js';

describe('ErrorsFilter', () => {
  it('ends an error of the Discord door here, so that it does not stop the process', async () => {
    const filter = new ErrorsFilter(Object.create(Config.prototype) as Config);
    const host = { getType: () => 'necord' } as unknown as ArgumentsHost;
    await expect(filter.catch(new Error('a failed autocomplete'), host)).resolves.toBeUndefined();
  });
});
