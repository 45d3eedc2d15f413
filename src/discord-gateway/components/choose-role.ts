import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import type { Locale } from '../../features/users/rules/user.js';
import { SignUp } from '../../features/events/sign-up.js';
import { UpdateSignup } from '../../features/events/update-signup.js';
import type { Answer } from '../answer.js';
import { gatewayTexts } from '../texts.js';

/** A choice in the role menu: signs up in the role, or changes the role of someone signed up. */
@Injectable()
export class ChooseRole {
  constructor(
    private readonly signUp: SignUp,
    private readonly updateSignup: UpdateSignup,
  ) {}

  /** @throws DomainError as the use cases do */
  async execute(actor: Actor, event_id: string, role_id: string, locale: Locale): Promise<Answer> {
    const texts = gatewayTexts(locale);
    const nothing = { notes: null, ship_model: null };
    const first = await this.signUp.execute(actor, { event_id, role_id, source: 'discord', ...nothing });
    const changed = first.outcome === 'already';
    const { signup, event } = changed ? await this.updateSignup.execute(actor, event_id, { role_id }) : first;
    if (signup.status === 'waitlist')
      return { content: texts.waiting(event.title, signup.position_in_waitlist) };
    if (changed) return { content: texts.roleChanged(signup.role_name ?? '') };
    return { content: texts.confirmed(event.title, signup.role_name) };
  }
}
