/** The types of events, as people call them. */
export const eventTypes = {
  raid: 'Raid',
  course: 'Course',
  pvp: 'JcJ',
  fps: 'Combat à pied',
  salvaging: 'Récupération',
  logistique: 'Logistique',
  exploration: 'Exploration',
  mining: 'Minage',
  trading: 'Commerce',
  roleplay: 'Jeu de rôle',
  autre: 'Autre',
};
