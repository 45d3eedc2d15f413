/** Starts the page. */
import { App } from './components/app.js';
import { html, render } from './lib/html.js';
import { startTheme, toggleAside } from './state/actions.js';
import { refresh, heed } from './state/boot.js';
import { openStream } from './state/live.js';
import { follow } from './state/navigate.js';
import { remembered } from './state/memory.js';

startTheme();
const root = /** @type {HTMLElement} */ (document.getElementById('app'));
root.textContent = '';
render(html`<${App} />`, root);

window.addEventListener('hashchange', () => void follow());
openStream({ onOpen: () => void refresh(), onSignal: heed });

const aside = remembered('aside');
if (matchMedia('(min-width: 1101px)').matches) {
  void toggleAside(aside === 'requests' || aside === 'faults' ? aside : 'members');
}
