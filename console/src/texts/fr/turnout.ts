/** Who came to an event. */
export const turnout = {
  nobody: 'Personne n’a encore de place. Les présences apparaîtront ici dès le début de l’événement.',
  seats: 'Places',
  checkedIn: 'Présence confirmée',
  attended: 'Venus',
  noShows: 'Pas venus',
  plot: 'Confirmations de présence au fil du temps',
  plotted: (count: number, seats: number) =>
    `${count} confirmations pour ${seats} places, détaillées dans le tableau`,
  table: 'Présences',
  columns: ['Membre', 'Rôle', 'Résultat', 'Confirmé à', 'Minutes en vocal'],
  came: 'venu',
  noShow: 'pas venu',
  unknown: 'non noté',
  export: 'Exporter (CSV)',
  file: 'presences',
  payout: 'Butin',
  notShared: 'Le butin n’est pas encore partagé. Sur Discord, la commande /event payout le fait.',
  haul: (amount: string) => `${amount} aUEC partagés.`,
  shareColumns: ['Membre', 'Part (aUEC)', 'État'],
  open: 'à recevoir',
  received: 'reçue',
};
