/** In a channel without messages: what to do first. */
import { html } from '../lib/html.js';
import { typeForMember } from '../state/actions.js';
import { commandLines } from '../state/commands.js';
import { localeOf, nameOf, useApp } from '../state/store.js';
import { BotState } from './bot-state.js';

const OFFERED = 6;

export function FirstSteps() {
  const me = useApp((state) => (state.me ? nameOf(state, state.me) : 'nobody'));
  const bot = useApp((state) => state.bot?.global_name ?? state.bot?.username ?? 'the bot');
  const commands = useApp((state) => (state.place.guild === '@me' ? state.dmCommands : state.commands));
  const locale = useApp(localeOf);
  const lines = commandLines(commands, locale).slice(0, OFFERED);
  return html`<section class="first-steps" aria-label="First steps">
    <p>
      You are <strong>${me}</strong>; “Acting as”, below the channels, makes you somebody else. Write a message below, or
      use what <strong>${bot}</strong> offers:
    </p>
    ${
      lines.length > 0
        ? html`<ul class="first-commands" aria-label="Commands to try">
            ${lines.map(
              (line) =>
                html`<li key=${line.path.join(' ')}>
                  <button
                    type="button"
                    class="dv-button dv-quiet dv-small"
                    title=${line.description}
                    onClick=${() => typeForMember(`/${line.title}`)}
                  >
                    /${line.title}
                  </button>
                </li>`,
            )}
          </ul>`
        : html`<p class="dv-muted">It has registered no command yet.</p>`
    }
    <${BotState} quiet=${true} />
  </section>`;
}
