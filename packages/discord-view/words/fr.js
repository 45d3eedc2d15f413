/** @type {import('../types').Words} */
export const FRENCH = {
  states: { 1: 'Programmé', 2: 'En cours', 3: 'Terminé', 4: 'Annulé' },
  until: 'jusqu’au',
  interested: (count) => `${count} ${count > 1 ? 'personnes intéressées' : 'personne intéressée'}`,
  interest: 'Intéressé',
  interestIn: (name) => `Intéressé par ${name}`,
  unknown: { user: 'utilisateur-inconnu', role: 'rôle-inconnu', channel: 'inconnu' },
  showSpoiler: 'Afficher le texte caché',
  code: 'Code',
  customEmoji: 'émoji personnalisé',
  embed: 'Carte',
  picture: 'Image',
  thumbnail: 'Vignette',
  linkedPicture: 'Image d’un lien',
  file: 'Fichier',
  spoiler: 'Contenu caché',
};
