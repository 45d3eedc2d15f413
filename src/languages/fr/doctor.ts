import { listIn } from '../lists.js';

/** What `npm run doctor` says to those who run VerseLink. */
export const doctor = {
  checks: {
    token: 'Jeton du bot',
    application: 'Application Discord',
    intents: 'Intents privilégiés',
    commands: 'Commandes',
    server: 'Serveur',
    registration: 'Réglages du serveur',
    permissions: (feature: string) => `Permissions pour ${feature}`,
    scheduled_event: 'Événement programmé : créé, modifié, supprimé',
    message: 'Message : publié, modifié, supprimé',
    role: 'Rôle : créé, donné, repris, supprimé',
    channel: 'Salon : créé, supprimé',
    thread: 'Fil : créé, verrouillé, supprimé',
    direct_message: 'Message privé au propriétaire du serveur',
    cleanup: 'Nettoyage',
  },
  inChannel: (check: string, channelId: string) => `${check} (salon ${channelId})`,
  remedies: {
    token:
      'Discord refuse DISCORD_BOT_TOKEN. Portail développeur → Bot → Reset Token, puis mettez le nouveau jeton dans .env.',
    client_id: (id: string) => `DISCORD_CLIENT_ID doit être ${id}, l’application de ce jeton.`,
    public_key:
      'DISCORD_PUBLIC_KEY n’est pas celle de cette application. Portail développeur → General Information → Public Key.',
    intents: (names: readonly string[], variables: readonly string[]) =>
      `Activez ${listIn('fr', names)} (portail développeur → Bot → Privileged Gateway Intents), ou mettez ${listIn('fr', variables)}.`,
    commands:
      'Aucune commande n’est enregistrée. Démarrez le bot (RUN avec bot) : il les enregistre en se connectant.',
    server: (invite: string) =>
      `Le bot n’est pas sur ce serveur, ou l’identifiant est faux. Invitez-le : ${invite}`,
    not_registered:
      'Ce serveur n’est pas enregistré (POST /api/v1/discord/guilds) : rien n’y sera affiché. Avec --channel SALON, l’essai se fait dans ce salon.',
    no_channel:
      'Aucun salon n’est choisi : réglez event_channel_id (PATCH /api/v1/discord/guilds), ou passez --channel SALON.',
    permissions: (missing: readonly string[], invite: string) =>
      `Il manque : ${listIn('fr', missing)}. Donnez-les au rôle du bot (Paramètres du serveur → Rôles, ou les permissions du salon), ou réinvitez-le : ${invite}`,
    channel: 'Ce salon n’existe plus ou ne prend pas de messages. Choisissez un salon textuel ou d’annonces.',
    full: (failure: string) =>
      `Une limite de Discord est atteinte ; supprimez ou terminez quelque chose. ${failure}`,
    closed: 'Cette personne n’accepte pas de messages privés du serveur ; VerseLink écrira dans un salon.',
    later: (failure: string) => `Discord ne répond pas comme il faut ; réessayez plus tard. ${failure}`,
    other: (failure: string) => failure,
    role_above: (names: readonly string[]) =>
      `Ces rôles sont au-dessus de celui du bot, qui ne pourra pas les donner : ${listIn('fr', names)}. Montez le rôle du bot (Paramètres du serveur → Rôles).`,
    cleanup: (failure: string) =>
      `Tout n’a pas pu être supprimé ; relancez la commande, elle reprend le nettoyage. ${failure}`,
  },
  skipped: {
    needs_permissions: 'non essayé : il manque d’abord des permissions',
    not_wanted: 'non essayé : les réglages du serveur ne le demandent pas',
    no_intents: 'non demandés (DISCORD_MEMBERS_INTENT=false)',
  },
  left_behind: (count: number) => `restes d’un essai interrompu supprimés : ${count}`,
  trial: {
    name: 'Essai de VerseLink (à ignorer)',
    text: 'Essai de VerseLink : ceci disparaît dans un instant.',
    direct_message: 'Essai de VerseLink : les messages privés arrivent bien.',
  },
  all_well: 'Tout va bien : VerseLink peut faire son travail sur ce serveur.',
  faults: (count: number) => `${count} point(s) à corriger.`,
  interrupted: 'Interrompu : ce que l’essai avait créé est supprimé.',
};
