import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { Invitation, InviteLink } from '../features/organizations/invites.service.js';
import type { JoinRequestRow } from '../features/organizations/join-requests.service.js';
import { JOIN_REQUEST_STATES, type JoinRequestState } from '../features/organizations/rules/joining.js';
import { DiscordId, Integer, Uuid } from './openapi/formats.js';
import { MemberView } from './organizations.dto.js';
import { PageQuery } from './paging/page.dto.js';
import { Nullable, Optional, Text, Whole } from './validation/decorators.js';

/** Body of `POST /organizations/{id}/invites`. */
export class CreateInviteDto {
  /** A week when left out. @example 48 */
  @Optional()
  @Whole({ min: 1, max: 24 * 90 })
  readonly expires_in_hours?: number;

  /** How many people may join with it; any number when left out. @example 10 */
  @Nullable()
  @Whole({ min: 1, max: 1_000 })
  readonly max_uses?: number | null;
}

/** An invite, as REST shows it to those who made it. */
export class InviteView implements InviteLink {
  @Uuid() readonly id: string;
  /** What the link ends with. */
  readonly code: string;
  @ApiProperty({ format: 'uri' }) readonly url: string;
  @Uuid() readonly org_id: string;
  @Integer() readonly max_uses: number | null;
  /** How many people have joined with it. */
  @Integer() readonly uses: number;
  @Uuid() readonly created_by: string;
  readonly created_at: Date;
  readonly expires_at: Date;
}

/** What an invite leads to. */
export class InvitationView implements Invitation {
  @Uuid() readonly org_id: string;
  readonly org_name: string;
  readonly org_tag: string;
  /** The handle of who invites. */
  readonly invited_by: string | null;
  readonly expires_at: Date;
}

/** A membership that came from an invite. */
export class JoinedView extends MemberView {
  @Uuid() readonly org_id: string;
}

/** Body of `POST /organizations/{id}/join-requests`. */
export class CreateJoinRequestDto {
  /** What the organization should know of you. @example "I fly a Hull C and have two evenings a week." */
  @Nullable()
  @Text(0, 500)
  readonly message?: string | null;
}

/** Query of `GET /organizations/{id}/join-requests`. */
export class JoinRequestsQueryDto extends PageQuery {
  /** Those that wait when left out. */
  @Optional()
  @IsIn(JOIN_REQUEST_STATES)
  readonly state?: JoinRequestState;
}

/** A wish to join, as REST shows it. */
export class JoinRequestView implements JoinRequestRow {
  @Uuid() readonly id: string;
  @Uuid() readonly org_id: string;
  @Uuid() readonly user_id: string;
  readonly handle: string;
  @DiscordId() readonly discord_id: string;
  readonly message: string | null;
  readonly state: JoinRequestState;
  readonly created_at: Date;
  readonly decided_at: Date | null;
  @Uuid() readonly decided_by: string | null;
}

/** Body of `POST /organizations/{id}/transfer`. */
export class TransferOrganizationDto {
  /** Who becomes the owner: a member. @example "01980000-0000-7000-8000-000000000000" */
  @IsUUID()
  readonly user_id: string;
}
