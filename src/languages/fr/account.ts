import { markdown } from '../../common/discord-text.js';
import { pluralsOf } from '../plural.js';

const plural = pluralsOf('fr');

/** What `/link` and `/my data` answer. */
export const account = {
  linked: (handle: string) =>
    markdown`🔗 Votre compte VerseLink est **${handle}** : il est lié à ce compte Discord, sur le site comme ici.`,
  notSignedIn: 'Vous n’êtes pas encore connecté sur le site. Le bouton ci-dessous ouvre ce même compte.',
  signedIn: (browsers: number) =>
    `✅ Connecté sur le site, dans ${browsers} ${plural(browsers, { one: 'navigateur', other: 'navigateurs' })}.`,
  email: (address: string) => markdown`📧 Adresse : ${address}`,
  signIn: 'Se connecter sur le site',
  data: '🗂️ **Vos données**\nVous pouvez recevoir tout ce que VerseLink sait de vous, ou l’effacer. Effacer libère vos places, et c’est définitif.',
  export: 'Recevoir mes données',
  erase: 'Effacer mon compte…',
  exported: '🗂️ Tout ce que VerseLink sait de vous, au format JSON.',
  confirmTitle: 'Effacer mon compte',
  confirmLabel: 'Pour confirmer, écrivez votre nom',
  erased: '🗑️ Votre compte et vos données sont effacés. Un prochain clic en ferait un nouveau, vide.',
};
