import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { concatMap, type Observable } from 'rxjs';
import { AuditService } from '../features/audit/audit.service.js';
import type { AuditAction } from '../features/audit/rules/audit-entry.js';

const AUDITED = 'verselink:audited';

/** Writes down, once it is done, what belongs to no organization: ids, and the names of the fields that were given. */
@Injectable()
class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const action = this.reflector.get<AuditAction>(AUDITED, context.getHandler());
    const { actor, params, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const named = Object.values(params as Readonly<Record<string, string>>).at(-1);
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        const made = (answer as { readonly id?: string } | undefined)?.id;
        const target = named ?? made ?? actor?.user_id;
        await this.audit.record(actor ?? null, {
          action,
          org_id: null,
          ...(target !== undefined && { target_id: target }),
          fields: Object.keys(body ?? {}),
        });
        return answer;
      }),
    );
  }
}

/** A site admin's act, or somebody's on their own account: it is written down under this name. */
export const Audited = (action: AuditAction): MethodDecorator =>
  applyDecorators(SetMetadata(AUDITED, action), UseInterceptors(AuditInterceptor));
