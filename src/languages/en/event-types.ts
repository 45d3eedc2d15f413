import type { Texts } from '../texts.js';

export const eventTypes = {
  raid: 'Raid',
  course: 'Race',
  pvp: 'PvP',
  fps: 'FPS',
  salvaging: 'Salvaging',
  logistique: 'Logistics',
  exploration: 'Exploration',
  mining: 'Mining',
  trading: 'Trading',
  roleplay: 'Roleplay',
  autre: 'Other',
} satisfies Texts['eventTypes'];
