import type { DefaultTheme, LocaleConfig } from 'vitepress';
import { operationPages } from '../generate/operations.js';

type Language = 'fr' | 'en';

/** A page of the sidebar: its address below the language, and what it is called there. */
type Page = readonly [address: string, fr: string, en: string];

interface Room {
  readonly fr: string;
  readonly en: string;
  readonly pages: readonly Page[];
}

/** Every page, by kind of reader. `site/test/pages.test.ts` fails when one is missing here. */
export const ROOMS: readonly Room[] = [
  {
    fr: 'Découvrir',
    en: 'Look around',
    pages: [
      ['try-it', 'Essayer', 'Try it'],
      ['concepts', 'Comment ça marche', 'Concepts'],
      ['comparison', 'Comparaison', 'Comparison'],
    ],
  },
  { fr: 'Membres', en: 'Members', pages: [['members', 'Pour les membres', 'For members']] },
  {
    fr: 'Organisateurs',
    en: 'Organizers',
    pages: [
      ['organizers/', 'Votre premier événement', 'Your first event'],
      ['organizers/discord', 'Sur Discord', 'On Discord'],
      ['organizers/console', 'Dans la console', 'In the console'],
      ['organizers/after', 'Départs, présences, partages', 'Who leaves, who came, who gets what'],
      ['organizers/series-and-calendars', 'Vaisseaux, séries, agendas', 'Ships, series, calendars'],
      ['organizers/roles-and-channels', 'Rôles et salons', 'Roles and channels'],
    ],
  },
  {
    fr: 'Administrateurs',
    en: 'Admins',
    pages: [
      ['admins/', 'Installer', 'Install'],
      ['admins/real-discord', 'Le vrai Discord en dix minutes', 'Real Discord in ten minutes'],
      ['admins/deployments', 'Déploiements à copier', 'Deployments to copy'],
      ['admins/configuration', 'Variables', 'Variables'],
      ['admins/operations', 'Exploiter', 'Run it'],
      ['admins/upgrade', 'Mettre à jour', 'Upgrade'],
      ['admins/jobs', 'Tâches', 'Jobs'],
      ['admins/payments', 'Paiements', 'Payments'],
      ['permissions', 'Droits', 'Permissions'],
    ],
  },
  {
    fr: 'Développeurs',
    en: 'Developers',
    pages: [
      ['api/', 'L’API REST', 'The REST API'],
      ['api/sign-in', 'Connexion et jetons', 'Signing in and tokens'],
      ['api/webhooks', 'Webhooks', 'Webhooks'],
      ['internal-api', 'L’API interne', 'The internal API'],
      ['sandbox', 'Le bac à sable', 'The sandbox'],
      ['contributing', 'Contribuer', 'Contributing'],
      ['changelog', 'Versions', 'Changelog'],
    ],
  },
  {
    fr: 'Dépannage',
    en: 'Troubleshooting',
    pages: [
      ['troubleshooting/', 'Par où commencer', 'Where to begin'],
      ['troubleshooting/errors', 'Codes d’erreur', 'Error codes'],
      ['troubleshooting/log', 'Lignes du journal', 'Log lines'],
    ],
  },
];

function sidebar(language: Language): DefaultTheme.SidebarItem[] {
  const rooms = ROOMS.map(({ pages, ...room }) => ({
    text: room[language],
    items: pages.map(([address, fr, en]) => ({
      text: language === 'fr' ? fr : en,
      link: `/${language}/${address}`,
    })),
  }));
  const operations = {
    text: language === 'fr' ? 'Opérations REST' : 'REST operations',
    items: operationPages().map(({ address, title }) => ({ text: title, link: `/${language}/${address}` })),
  };
  return [...rooms, operations];
}

const LABELS: Readonly<Record<Language, DefaultTheme.Config>> = {
  fr: {
    outline: { label: 'Sur cette page', level: [2, 3] },
    docFooter: { prev: 'Page précédente', next: 'Page suivante' },
    darkModeSwitchLabel: 'Apparence',
    lightModeSwitchTitle: 'Passer au thème clair',
    darkModeSwitchTitle: 'Passer au thème sombre',
    sidebarMenuLabel: 'Sommaire',
    returnToTopLabel: 'Haut de page',
    langMenuLabel: 'Changer de langue',
    skipToContentLabel: 'Aller au contenu',
    notFound: {
      title: 'Cette page n’existe pas',
      quote: 'L’adresse est fausse, ou la page a changé de place. La recherche la trouve peut-être.',
      linkLabel: 'Aller à l’accueil',
      linkText: 'Accueil',
    },
  },
  en: {
    outline: { label: 'On this page', level: [2, 3] },
    notFound: {
      title: 'There is no such page',
      quote: 'The address is wrong, or the page has moved. The search may find it.',
      linkLabel: 'Go to the home page',
      linkText: 'Home',
    },
  },
};

function locale(
  language: Language,
  label: string,
  description: string,
): LocaleConfig[string] & { label: string } {
  return {
    label,
    lang: language,
    link: `/${language}/`,
    description,
    themeConfig: {
      ...LABELS[language],
      nav: [
        { text: language === 'fr' ? 'Essayer' : 'Try it', link: `/${language}/try-it` },
        { text: language === 'fr' ? 'Dépannage' : 'Troubleshooting', link: `/${language}/troubleshooting/` },
      ],
      sidebar: sidebar(language),
    },
  };
}

export const languages = {
  fr: locale(
    'fr',
    'Français',
    'Des événements pour les organisations Star Citizen, sur chaque serveur Discord',
  ),
  en: locale('en', 'English', 'Events for Star Citizen organizations, on every Discord server'),
};
