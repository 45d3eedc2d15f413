import { Injectable } from '@nestjs/common';
import { MembershipsService } from '../../features/role-mappings/memberships.service.js';
import { TriggerHandler } from '../job-handler.js';

@Injectable()
export class CompareMembershipsHandler extends TriggerHandler<'compare_memberships'> {
  readonly name = 'compare_memberships';

  constructor(private readonly memberships: MembershipsService) {
    super();
  }

  async handle(): Promise<void> {
    await this.memberships.compareAll();
  }
}
