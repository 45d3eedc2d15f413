import type { Permission } from '../../src/features/access/rules/permissions.js';

/** What `PERMISSIONS` says in English, as the end of a sentence that begins with « peut ». */
export const PERMISSIONS_IN_FRENCH: Readonly<Record<Permission, string>> = {
  'account.own': 'voir et changer son propre compte',
  'public.read': 'lire ce qui est pour tout le monde',
  'organization.create': 'fonder une organisation',
  'organization.list': "lister les organisations qu'il peut voir",
  'organization.see': 'voir une organisation publique ou non répertoriée et ses membres',
  'organization.see_private': 'voir une organisation privée et ses membres',
  'organization.join': "demander à rejoindre une organisation qu'il voit, ou accepter une invitation",
  'organization.leave': 'quitter une organisation',
  'organization.decide_requests': "lire et décider les demandes d'adhésion",
  'organization.attendance': "lire qui vient aux événements de l'organisation",
  'organization.change': 'changer une organisation',
  'organization.change_members': 'ajouter des membres, changer leur rang, les retirer',
  'organization.invite': 'créer, lister et révoquer des invitations',
  'organization.feeds': "créer, lister et révoquer les liens d'agenda de l'organisation",
  'organization.audit': "lire le journal de l'organisation",
  'organization.transfer': "donner l'organisation à un autre membre",
  'event.list': "lister les événements qu'il peut voir",
  'event.see': 'voir un événement public ou non répertorié',
  'event.see_private': 'voir un événement privé',
  'event.see_draft': 'voir un brouillon',
  'event.create': 'créer, prévisualiser et importer des événements ; tenir modèles et séries',
  'event.change': 'changer un événement, son état, ses inscriptions et ses miroirs ; lire son historique',
  'signup.open': "s'inscrire à un événement public ou non répertorié",
  'signup.restricted': "s'inscrire à un événement privé, ou réservé à des porteurs de rôles",
  'signup.read_notes': "lire les notes d'une inscription",
  'guild.manage': 'relier et régler des serveurs Discord, leurs rôles, menus de rôles et salons',
  'installation.operate':
    'voir tâches, statistiques, rapports du bot et formules, et gérer les webhooks sortants',
};
