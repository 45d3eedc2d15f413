/** The table of who is signed up, as spreadsheets open it. */
export const rosterTable = {
  /** What spreadsheets in this language expect between the cells. */
  separator: ';',
  columns: [
    'Nom',
    'Discord',
    'Rôle',
    'État',
    'Place dans l’attente',
    'Vaisseau',
    'Note',
    'Inscrit le (UTC)',
    'Présent le (UTC)',
  ],
  statuses: {
    confirmed: 'confirmé',
    waitlist: 'en attente',
    offered: 'place proposée',
    pending: 'à valider',
    checked_in: 'présent',
    withdrawn: 'désinscrit',
    no_show: 'pas venu',
  },
};
