/** Starts the page. */
import { HostProvider } from 'discord-view/host.js';
import { App } from './components/app.js';
import { html, render } from './lib/html.js';
import { startTheme, toggleAside } from './state/actions.js';
import { refresh, heed } from './state/boot.js';
import { host } from './state/host.js';
import { openStream } from './state/live.js';
import { follow } from './state/navigate.js';
import { remembered } from './state/memory.js';

startTheme();
const root = /** @type {HTMLElement} */ (document.getElementById('app'));
root.textContent = '';
render(html`<${HostProvider} value=${host}><${App} /><//>`, root);

window.addEventListener('hashchange', () => void follow());
openStream({ onOpen: () => void refresh(), onSignal: heed });

const aside = remembered('aside');
if (matchMedia('(min-width: 1101px)').matches) {
  void toggleAside(aside === 'requests' || aside === 'faults' ? aside : 'members');
}
