/** What `/help` shows. A next step names the command that takes it. */
export const help = {
  inMessages:
    '## 👋 VerseLink\nLes événements de vos organisations, sur tous leurs serveurs. Les inscriptions se font sur les serveurs ; ici, tout ce qui vous concerne.',
  invite: 'M’inviter sur un serveur',
  next: {
    connect: (command: string) =>
      `## ➡️ Prochaine étape\nCe serveur n’est relié à aucune organisation. Tapez \`${command}\` : c’est fait en une minute.`,
    notConnected:
      '## 👋 VerseLink\nCe serveur n’est pas encore relié à une organisation. Une personne qui gère le serveur peut le faire avec `/réglages`.',
    chooseChannel: (command: string) =>
      `## ➡️ Prochaine étape\nChoisissez avec \`${command}\` le salon où paraîtront les messages d’inscription.`,
    create: (command: string) =>
      `## ➡️ Prochaine étape\nRien n’est prévu. Préparez un événement avec \`${command}\` : vous le verrez avant de le publier.`,
    join: (command: string) =>
      `## ➡️ Prochaine étape\nDes événements sont prévus : \`${command}\` les montre, un bouton suffit pour s’inscrire.`,
    wait: (command: string) =>
      `## 👋 VerseLink\nRien n’est prévu pour l’instant. \`${command}\` montrera ceux où vous serez inscrit.`,
  },
  events: 'Les événements',
  organizing: 'Pour l’équipe',
  server: 'Pour ce serveur',
  forYou: 'Pour vous',
};
