/** The menu with which members take and leave roles themselves. */
export const roleMenu = {
  title: 'Choisissez vos rôles',
  description: 'Un bouton par rôle : cliquez pour le prendre, cliquez encore pour le quitter.',
  footer: 'Votre choix change aussitôt.',
  footerMax: (max: number) => (max === 1 ? 'Un seul rôle à la fois.' : `Au plus ${max} rôles à la fois.`),
  chosen: (taken: readonly string[], left: readonly string[]) =>
    [
      ...taken.map((role) => `✅ Vous avez maintenant ${role}.`),
      ...left.map((role) => `👋 Vous n’avez plus ${role}.`),
    ].join('\n'),
};
