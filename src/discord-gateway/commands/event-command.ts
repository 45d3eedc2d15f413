import { createCommandGroupDecorator } from 'necord';
import { localized } from './localized.js';

/** `/event`, whose subcommands stand in several classes. */
export const EventCommand = createCommandGroupDecorator(localized('event'));
