import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsUUID, ValidateNested } from 'class-validator';
import type { NamedPayout, NamedShare, OwnShare } from '../features/payouts/payouts.service.js';
import {
  type Fee,
  type Guest,
  PAYOUT_LIMITS,
  type RoleWeight,
  SHARE_RULES,
  type ShareRule,
} from '../features/payouts/rules/payout.js';
import { Integer, Uuid } from './openapi/formats.js';
import { Name, Optional, Percent, RequiredWithout, Whole } from './validation/decorators.js';

const { haul, fees, guests, name, weight, guest_weight: guestWeight } = PAYOUT_LIMITS;

/** What is taken before the rest is shared: `percent` of the haul, or an `amount`. */
class FeeDto {
  /** @example "Organization" */
  @Name(name.min, name.max)
  readonly name: string;

  /** Rounded down; left out where `amount` is given. */
  @RequiredWithout('amount')
  @Percent()
  readonly percent?: number;

  /** In aUEC; counts before `percent`. */
  @Optional()
  @Whole({ min: 0, max: haul.max })
  readonly amount?: number;
}

/** Somebody without an account. */
class GuestDto implements Guest {
  /** @example "Old friend" */
  @Name(name.min, name.max)
  readonly name: string;

  /** As how many members, with the whole event, they count. */
  @Optional()
  @Whole(guestWeight)
  readonly weight: number = 1;
}

/** What a role of the event counts. */
class RoleWeightDto implements RoleWeight {
  @IsUUID()
  readonly role_id: string;

  @Whole(weight)
  readonly weight: number;
}

/** Body of `PUT /events/{id}/payout`. */
export class PayoutDto {
  /**
   * In aUEC.
   * @example 1250000
   */
  @Whole(haul)
  readonly haul: number;

  /**
   * Alike, by minutes in the event's voice channels, or by the weights of roles.
   * @example "equal"
   */
  @IsIn(SHARE_RULES)
  readonly rule: ShareRule;

  /** @example [{ "name": "Organization", "percent": 10 }] */
  @Optional()
  @IsArray()
  @ArrayMaxSize(fees.max)
  @ValidateNested({ each: true })
  @Type(() => FeeDto)
  readonly fees?: FeeDto[];

  /**
   * With the rule "roles"; roles that are left out count 1.
   * @example []
   */
  @Optional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique(({ role_id }: RoleWeightDto) => role_id)
  @ValidateNested({ each: true })
  @Type(() => RoleWeightDto)
  readonly role_weights?: RoleWeightDto[];

  /** @example [{ "name": "Old friend" }] */
  @Optional()
  @IsArray()
  @ArrayMaxSize(guests.max)
  @ValidateNested({ each: true })
  @Type(() => GuestDto)
  readonly guests?: GuestDto[];
}

/** Body of `POST /events/{id}/payout/received`. */
export class ReceivedDto {
  /**
   * `false` takes it back.
   * @example true
   */
  @Optional()
  @IsBoolean()
  readonly received: boolean = true;
}

class FeeView implements Fee {
  readonly name: string;
  readonly percent: number | null;
  @Integer() readonly amount: number | null;
  /** What it comes to, in aUEC. */
  @Integer() readonly paid: number;
}

class GuestView implements Guest {
  readonly name: string;
  @Integer() readonly weight: number;
}

class RoleWeightView implements RoleWeight {
  @Uuid() readonly role_id: string;
  @Integer() readonly weight: number;
}

class ShareView implements NamedShare {
  @Uuid() readonly id: string;
  /** `null` for a guest. */
  @Uuid() readonly user_id: string | null;
  readonly guest: string | null;
  /** A member's handle, or a guest's name. */
  readonly name: string;
  @Integer() readonly weight: number;
  /** In aUEC. */
  @Integer() readonly amount: number;
  readonly received_at: Date | null;
}

/** What the haul of an event is shared into, as organizers read it. */
export class PayoutView implements Omit<NamedPayout, 'id'> {
  @Uuid() readonly event_id: string;
  @Uuid() readonly org_id: string;
  readonly title: string;
  readonly start_at_utc: Date;
  @Integer() readonly haul: number;
  readonly rule: ShareRule;
  @ApiProperty({ type: [FeeView] }) readonly fees: readonly FeeView[];
  @ApiProperty({ type: [RoleWeightView] }) readonly role_weights: readonly RoleWeightView[];
  @ApiProperty({ type: [GuestView] }) readonly guests: readonly GuestView[];
  @ApiProperty({ type: [ShareView] }) readonly shares: readonly ShareView[];
  @Integer() readonly revision: number;
  @Uuid() readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Your share of an event's haul. */
export class OwnShareView implements OwnShare {
  @Uuid() readonly event_id: string;
  readonly title: string;
  readonly start_at_utc: Date;
  /** In aUEC. */
  @Integer() readonly amount: number;
  readonly received_at: Date | null;
  @Integer() readonly revision: number;
}

export function toPayoutView({ id, ...payout }: NamedPayout): PayoutView {
  return { event_id: id, ...payout };
}
