/** What an organizer is told of an event before it is published. */
export const preview = {
  notShown: "Ce serveur n'affiche pas les événements : la synchronisation y est désactivée.",
  noChannel: "Ce serveur n'a pas de salon pour les événements : il n'y aura pas de message d'inscription.",
  titleCut: "Discord coupe le titre de l'événement programmé à 100 caractères.",
  scheduledDescriptionCut: "Discord coupe la description de l'événement programmé à 1000 caractères.",
  descriptionCut: "La description est coupée dans le message d'inscription.",
  placeCut: "Discord coupe le lieu de l'événement programmé à 100 caractères.",
  manyRoles: (count: number) =>
    `Le message montre les inscrits des ${count} premiers rôles ; les autres y sont nommés avec leurs places.`,
  tooFar: (day: string) =>
    `Discord ne prend un événement programmé que cinq ans à l'avance : à partir du ${day}.`,
};
