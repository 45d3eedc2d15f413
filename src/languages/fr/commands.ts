/** Names and descriptions of slash commands and their options. */
export const commands = {
  event: { name: 'événement', description: 'Les événements de votre organisation' },
  eventList: { name: 'liste', description: 'Ce qui est prévu' },
  eventShow: { name: 'voir', description: 'Un événement, avec ses inscrits' },
  eventAdopt: {
    name: 'adopter',
    description: 'Faire d’un événement Discord un événement VerseLink (équipe)',
  },
  eventOption: { name: 'événement', description: "Titre de l'événement" },
  organization: { name: 'organisation', description: "Faire partie de l'organisation de ce serveur" },
  organizationJoin: { name: 'rejoindre', description: 'Demander à rejoindre cette organisation' },
  organizationRequests: { name: 'demandes', description: 'Les demandes qui attendent une réponse (équipe)' },
  my: { name: 'mes', description: 'Ce qui vous concerne' },
  myEvents: { name: 'événements', description: 'Les événements auxquels vous êtes inscrit' },
};
