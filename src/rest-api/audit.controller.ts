import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../common/page.js';
import { AuditService } from '../features/audit/audit.service.js';
import { UsersService } from '../features/users/users.service.js';
import { NamedAuditEntryView, withHandles } from './audit.dto.js';
import { SignedIn, SiteAdmin } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import { PageQuery } from './paging/page.dto.js';

@ApiTags('users')
@SignedIn(null)
@SiteAdmin()
@Controller('api/v1/audit')
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly users: UsersService,
  ) {}

  /**
   * Shows what was done to the installation and to accounts, newest first.
   * @remarks Jobs, plans and webhooks by site admins, profiles by their owners. What belongs to an organization is in its own audit.
   */
  @Get()
  @AnswersPage(NamedAuditEntryView)
  async list(@Query() query: PageQuery): Promise<Page<NamedAuditEntryView>> {
    return withHandles(await this.audit.ofInstallation(query), this.users);
  }
}
