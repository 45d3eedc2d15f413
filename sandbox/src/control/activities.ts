import type { FastifyInstance } from 'fastify';
import { joinActivity, leaveActivity } from '../actions/activities.js';
import type { Context } from '../context.js';
import { activityShape } from '../shapes/activity.js';

interface OfUser {
  Params: { instance: string; user_id: string };
}

/** People in the application's activities, which an answer to an interaction launches. */
export function activityControlRoutes(app: FastifyInstance, context: Context): void {
  app.put<OfUser>('/activities/:instance/users/:user_id', ({ params }) =>
    activityShape(context.world, joinActivity(context, params.instance, params.user_id)),
  );

  app.delete<OfUser>('/activities/:instance/users/:user_id', ({ params }) => {
    leaveActivity(context, params.instance, params.user_id);
    return {};
  });
}
