/** What is wrong with an event as an organizer wrote it, and the form itself. */
export const form = {
  faulty: "❌ L'événement n'a pas été enregistré :",
  title: (min: number, max: number) => `• Le titre doit avoir de ${min} à ${max} caractères, sur une ligne.`,
  description: (min: number, max: number) => `• La description doit avoir de ${min} à ${max} caractères.`,
  place: (max: number) => `• Le lieu doit tenir sur une ligne de ${max} caractères.`,
  picture: '• L’image se donne par son adresse, par exemple « https://exemple.org/image.png ».',
  duration: '• La durée doit être de 15 minutes à 24 heures, par exemple « 2h », « 1h30 » ou « 90 min ».',
  roles: '• Les rôles s’écrivent avec leur nombre de places, par exemple « 🛡️ Escorte 4, ⛏️ Mineur 6 ».',
  when: {
    unclear:
      '• Date non comprise. Écrivez par exemple « demain 20h », « vendredi 21:00 » ou « 15/12 20:30 ».',
    no_time: '• Il manque l’heure. Écrivez par exemple « demain 20h ».',
    past: '• Cette date est déjà passée.',
  },
  timezone: '❌ Ce fuseau horaire est inconnu. Choisissez-en un dans la liste, par exemple Europe/Paris.',
  ship: '❌ Le nom d’un vaisseau tient sur une ligne de 100 caractères.',
  shipHeading: 'Mon vaisseau',
  shipLabel: 'Quel vaisseau apportez-vous ? Vide : aucun',
  heading: "Modifier l'événement",
  newHeading: 'Nouvel événement',
  titleLabel: 'Titre',
  whenLabel: 'Date et heure, à votre heure',
  durationLabel: 'Durée',
  rolesLabel: 'Rôles : un par ligne, avec ses places',
  descriptionLabel: 'Description',
};
