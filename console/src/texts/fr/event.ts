import { pluralsOf } from '../plural.js';

const plural = pluralsOf('fr');

/** The page of one event. */
export const event = {
  lasts: (minutes: number) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (hours === 0) return `${rest} min`;
    return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
  },
  facts: 'L’essentiel',
  when: 'Quand',
  duration: 'Durée',
  place: 'Lieu',
  seats: 'Places',
  noLimit: 'sans limite',
  waiting: (count: number) => `${count} en attente`,
  asking: (count: number) => `${count} à approuver`,
  onDiscord: 'Sur Discord',
  onNoServer: 'Aucun serveur ne le montre encore.',
  message: 'Message',
  scheduled: 'Événement Discord',
  opensDiscord: (what: string, server: string) => `${what} sur ${server}, dans Discord`,
  removedServer: 'Serveur retiré',
  sync: {
    pending: 'en cours d’envoi',
    synced: 'à jour',
    failed: 'en échec',
    detached: 'retiré à la main',
    removed: 'retiré',
    suspended: 'bot absent',
  },
  description: 'Description',
  locked: 'Réponses verrouillées',
  cancelled: 'Annulé :',
  tabs: {
    label: 'Vues de l’événement',
    roster: 'Inscrits',
    mirrors: 'Miroirs',
    timeline: 'Historique',
    attendance: 'Présence',
  },
  acts: {
    label: 'Actions sur l’événement',
    edit: 'Modifier',
    duplicate: 'Dupliquer',
    publish: 'Publier',
    start: 'Démarrer',
    complete: 'Terminer',
    lock: 'Verrouiller les réponses',
    unlock: 'Déverrouiller les réponses',
    cancel: 'Annuler l’événement…',
    delete: 'Supprimer le brouillon…',
  },
  done: {
    publish: 'L’événement est publié. Les serveurs le montrent dans un instant.',
    start: 'L’événement a démarré.',
    complete: 'L’événement est terminé.',
    cancel: 'L’événement est annulé.',
    delete: 'Le brouillon est supprimé.',
    lock: 'Les membres ne peuvent plus changer leur réponse.',
    unlock: 'Les membres peuvent de nouveau changer leur réponse.',
  },
  changed:
    'L’événement a été modifié entre-temps : voici sa version actuelle. Recommencez si vous le voulez toujours.',
  confirm: {
    start: {
      title: 'Démarrer l’événement ?',
      act: 'Démarrer',
      what: 'Les serveurs le montrent comme en cours, et les membres peuvent confirmer leur présence. Il ne redevient pas « à venir ».',
    },
    complete: {
      title: 'Terminer l’événement ?',
      act: 'Terminer',
      what: 'Les inscriptions se ferment pour de bon. Vous pourrez encore noter les présences pendant une semaine.',
    },
    cancel: {
      title: 'Annuler l’événement ?',
      act: 'Annuler l’événement',
      what: (count: number) =>
        count === 0
          ? 'Les serveurs le montrent comme annulé. Il ne peut pas être rétabli.'
          : `${count} ${plural(count, { one: 'personne inscrite est prévenue', other: 'personnes inscrites sont prévenues' })}, et les serveurs le montrent comme annulé. Il ne peut pas être rétabli.`,
      reason: 'Raison, que les membres liront (facultatif)',
    },
    delete: {
      title: 'Supprimer le brouillon ?',
      act: 'Supprimer',
      what: 'Il disparaît pour tout le monde et ne peut pas être retrouvé.',
    },
  },
};
