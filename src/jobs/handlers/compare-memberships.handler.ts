import { Injectable } from '@nestjs/common';
import { CompareMemberships } from '../../features/role-mappings/compare-memberships.js';
import { TriggerHandler } from '../job-handler.js';

@Injectable()
export class CompareMembershipsHandler extends TriggerHandler<'compare_memberships'> {
  readonly name = 'compare_memberships';

  constructor(private readonly compareMemberships: CompareMemberships) {
    super();
  }

  async handle(): Promise<void> {
    await this.compareMemberships.execute();
  }
}
