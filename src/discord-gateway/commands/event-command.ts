import { createCommandGroupDecorator } from 'necord';
import { localized, ON_SERVERS } from './localized.js';

/** `/event`, whose subcommands stand in several classes. */
export const EventCommand = createCommandGroupDecorator({ ...localized('event'), ...ON_SERVERS });
