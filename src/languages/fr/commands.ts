/** Names and descriptions of slash commands and their options. */
export const commands = {
  event: { name: 'événement', description: 'Les événements de votre organisation' },
  eventList: { name: 'liste', description: 'Ce qui est prévu' },
  eventShow: { name: 'voir', description: 'Un événement, avec ses inscrits' },
  eventOption: { name: 'événement', description: "Titre de l'événement" },
  my: { name: 'mes', description: 'Ce qui vous concerne' },
  myEvents: { name: 'événements', description: 'Les événements auxquels vous êtes inscrit' },
};
