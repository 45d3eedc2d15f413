/** What `.env.example` says of each variable, in French. */
export const VARIABLES_IN_FRENCH: Readonly<Partial<Record<string, string>>> = {
  RUN: "Un ou plusieurs de : `api` (REST public et points internes de l'API), `bot` (la passerelle Discord et les points internes du bot), `worker` (tâches et horaires).",
  NODE_ENV:
    '`production`, `development` ou `test`. En production, une variable manquante ou fausse arrête le démarrage, avec un seul message qui liste toutes les fautes.',
  LOG_LEVEL: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` ou `silent`.',
  GRAFANA_PASSWORD: 'Pour docker-compose.yml seul : le mot de passe de Grafana pour `admin`.',
  JOB_POLICIES:
    'Comment chaque sorte de tâche est retentée, en JSON : nombre de reprises, première et plus longue attente. Ce qui manque reste comme dans le code ; un nom ou un nombre faux arrête le démarrage.',
  BOT_EVENT_RETENTION_DAYS:
    'Jours pendant lesquels les rapports du bot sont gardés. Leurs sommes restent, sans les noms des membres.',
  JOB_RETENTION_DAYS:
    'Jours pendant lesquels les tâches achevées ou annulées sont gardées. Celles qui ont échoué restent.',
  WEBHOOK_DELIVERY_RETENTION_DAYS:
    'Jours pendant lesquels les livraisons de webhooks sont gardées, depuis leur écriture.',
  NOTICE_RETENTION_DAYS: "Jours pendant lesquels est gardé ce qui a été dit aux membres d'un événement.",
  ROSTER_RETENTION_DAYS:
    "Jours après le début d'un événement au bout desquels rien ne dit plus qui y était. Les nombres restent.",
  SHUTDOWN_TIMEOUT:
    "Secondes données au processus pour finir ce qu'il fait quand on l'arrête (SIGTERM). Ce qui l'arrête doit attendre plus longtemps.",
  PORT: 'Le port public, sur toutes les interfaces.',
  INTERNAL_PORT: "Le port privé du bot, sur toutes les interfaces : gardez-le hors d'Internet.",
  PUBLIC_URL:
    "L'adresse à laquelle les gens atteignent le port public, utilisée dans les liens. Requise en production, et pas localhost.",
  BACKEND_INTERNAL_URL: "Où le bot trouve l'API.",
  BOT_INTERNAL_URL: "Où l'API trouve le bot.",
  INTERNAL_ON_PUBLIC: '`false` retire les chemins `/internal/*` du port public et les met sur le port privé.',
  CORS_ORIGINS: "Origines dont les pages peuvent appeler l'API depuis un navigateur, avec un jeton.",
  RATE_LIMIT:
    'Requêtes par durée (s, m ou h) sur le port public : par jeton, sinon par adresse ; un dixième pour les mauvais jetons. `off` arrête les deux.',
  TRUST_PROXY:
    'Les proxys devant le port public : leur nombre, ou leurs adresses. Seul leur `X-Forwarded-For` compte.',
  JWT_SECRET:
    "Signe les jetons d'accès ; 32 caractères ou plus. Le changer rend tous les jetons invalides. Seuls `api` et la commande des jetons en ont besoin.",
  JWT_SECRET_FALLBACK:
    "Une seconde valeur acceptée pendant qu'on change `JWT_SECRET`. De même pour les autres en `_FALLBACK`.",
  INTERNAL_API_SECRET: "Secret partagé par le bot et l'API ; 32 caractères ou plus.",
  INTERNAL_API_SECRET_FALLBACK: 'Seconde valeur acceptée pendant un changement.',
  DISCORD_BOT_API_TOKEN: "Jeton de l'API envers le bot, s'il diffère de `INTERNAL_API_SECRET`.",
  DISCORD_BOT_WEBHOOK_SECRET: 'Clé HMAC des webhooks entrants et sortants ; 16 caractères ou plus.',
  DISCORD_BOT_WEBHOOK_SECRET_FALLBACK: 'Seconde valeur acceptée pendant un changement.',
  ENCRYPTION_KEY:
    'Chiffre les secrets gardés en base (abonnements aux webhooks) ; 32 caractères ou plus, la même pour tous. Sans elle, `INTERNAL_API_SECRET` sert.',
  ENCRYPTION_KEY_FALLBACK: 'Seconde valeur acceptée pendant un changement.',
  WEBHOOK_ALLOW_HOSTS:
    'Pour le développement : hôtes que les webhooks sortants peuvent atteindre bien que non publics ou sans https.',
  DISCORD_BOT_TOKEN: 'Le jeton du bot. Sans lui, `npm start` lance le bac à sable.',
  DISCORD_CLIENT_ID: "L'identifiant de l'application.",
  DISCORD_CLIENT_SECRET:
    "Le secret de l'application. En production, `api` ne démarre pas sans ces deux : ils connectent les gens.",
  DISCORD_PUBLIC_KEY: '64 chiffres hexadécimaux ; vérifie les interactions qui arrivent par HTTP.',
  DISCORD_API_URL: 'La base REST de Discord.',
  MAIN_GUILD_ID: 'Le serveur où `POST /internal/roles/update` agit, et dont les rôles valent formules.',
  DISCORD_MEMBERS_INTENT:
    'Le bot dit qui arrive, part et change de rôle. Activez « Server Members Intent » dans le portail, ou mettez `false`.',
  DISCORD_MESSAGE_CONTENT_INTENT:
    "Le bot dit la longueur des messages, là où c'est voulu. Activez aussi « Message Content Intent » dans le portail.",
  DISCORD_SHARDS:
    'Connexions à la passerelle de Discord, une par 2 500 serveurs au moins. Le même nombre pour chaque processus `bot`.',
  HEALTH_ALERT_CHANNEL_ID: 'Un salon Discord prévenu quand une moitié part ou revient.',
  HEALTH_ALERT_WEBHOOK_URL:
    "De même pour Slack, Mattermost et d'autres : l'adresse d'un webhook entrant à la forme de Slack.",
  MONGODB_URI: "L'adresse de MongoDB, base nommée. Un replica set en production.",
  MIGRATE_AT_BOOT:
    'Si le premier processus après une mise à jour migre la base. Avec `false`, rien ne démarre avant `npm run migrate`.',
  REDIS_URL: '`redis://` ou `rediss://`, en `noeviction`. Un seul primaire : un cluster est refusé.',
  REDIS_SENTINELS: 'Avec Sentinel : où sont les Sentinels (hôte:port, séparés par des virgules).',
  REDIS_SENTINEL_PASSWORD: "Ce que les Sentinels eux-mêmes demandent, s'ils demandent quelque chose.",
  MONGODB_PASSWORD: 'Mot de passe de la base que docker-compose.yml lance ; lettres et chiffres.',
  REDIS_PASSWORD: 'De même pour Redis. VerseLink lui-même ne lit que `MONGODB_URI` et `REDIS_URL`.',
  DATA_DIR: 'Où vivent les bases locales, le monde du bac à sable, les secrets et les journaux.',
  SANDBOX_PORT: 'Le port du bac à sable, sur la boucle locale.',
  STRIPE_WEBHOOK_SECRET: 'Vérifie les webhooks de Stripe ; sans lui, ils sont refusés.',
  COMPOSE_PROFILES:
    'Pour docker-compose.yml : `one` (un seul processus) ou `split` (api, bot, worker), et en plus `tls` ou `figures`.',
  DOMAIN: 'Pour le profil `tls` : le nom pour lequel Caddy prend un certificat.',
  MONGODB_MEMORY: 'Pour docker-compose.yml : ce que MongoDB peut prendre de mémoire.',
};
