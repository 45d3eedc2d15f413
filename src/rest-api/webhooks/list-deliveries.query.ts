import { IsIn } from 'class-validator';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../../features/webhooks/rules/delivery.js';
import { PageQuery } from '../paging/page.query.js';
import { Optional } from '../validation/decorators.js';

/** Query of `GET /webhooks/{id}/deliveries`. */
export class ListDeliveriesQuery extends PageQuery {
  @Optional()
  @IsIn(DELIVERY_STATUSES)
  readonly status?: DeliveryStatus;
}
