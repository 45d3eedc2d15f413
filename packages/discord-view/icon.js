/** Small line icons, drawn here: no picture is fetched and none is borrowed. */
import { html } from 'discord-view/ui';

/** @type {Record<string, string>} */
const PATHS = {
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  hash: 'M10 4L8 20M16 4l-2 16M4 9h16M4 15h16',
  voice: 'M5 10v4h3l5 4V6l-5 4zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  thread: 'M6 4v9a3 3 0 0 0 3 3h9M14 12l4 4-4 4',
  megaphone: 'M4 10v4h3l8 5V5l-8 5zM18 9v6',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3v5M15 3v5',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-4 3-6 6-6s6 2 6 6M16 5a3.5 3.5 0 0 1 0 6M18 14.5c2 1 3 3 3 5.5',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  bolt: 'M13 3L5 14h6l-1 7 8-11h-6z',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4',
  moon: 'M19 14.5A7.5 7.5 0 1 1 9.5 5a6 6 0 0 0 9.5 9.5z',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  place: 'M12 21s7-6.2 7-11a7 7 0 1 0-14 0c0 4.8 7 11 7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  chevron: 'M6 9l6 6 6-6',
  out: 'M9 5H5v14h14v-4M13 5h6v6M19 5l-9 9',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  forward: 'M14 6l6 6-6 6M20 12H9a5 5 0 0 0-5 5v1',
  poll: 'M5 20V10M12 20V4M19 20v-7',
  boost: 'M12 3l6 6v6l-6 6-6-6V9zM12 9v6',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14a4 4 0 0 0 7 0M9 9.5h.01M15 9.5h.01',
  forum: 'M4 5h13v9H9l-5 4zM20 9v11l-4-3h-5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  muted: 'M9 6a3 3 0 0 1 6 0v5M9 11a3 3 0 0 0 5 2M6 11a6 6 0 0 0 10 4.5M12 18v3M4 4l16 16',
  plus: 'M12 5v14M5 12h14',
  sticker: 'M5 4h14v10l-5 6H5zM14 20v-6h5',
  tag: 'M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01',
  follow: 'M5 12h13M13 7l5 5-5 5',
  leave: 'M10 4H5v16h5M14 8l5 4-5 4M19 12H9',
  send: 'M4 12L20 4l-5 16-4-7z',
  chat: 'M4 5h16v11H9l-5 4z',
  alert: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 4-7 8-7s8 2 8 7',
};

/** Decoration only: the control around it carries the words. @param {{name: string}} props */
export const Icon = ({ name }) =>
  html`<svg class="dv-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d=${PATHS[name] ?? ''} />
  </svg>`;
