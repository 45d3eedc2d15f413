/** @type {import('../types').Words} */
export const ENGLISH = {
  states: { 1: 'Scheduled', 2: 'Happening now', 3: 'Completed', 4: 'Cancelled' },
  until: 'until',
  interested: (count) => `${count} ${count === 1 ? 'person' : 'people'} interested`,
  interest: 'Interested',
  interestIn: (name) => `Interested in ${name}`,
  unknown: { user: 'unknown-user', role: 'unknown-role', channel: 'unknown' },
  showSpoiler: 'Show spoiler',
  code: 'Code',
  customEmoji: 'custom emoji',
  embed: 'Embed',
  picture: 'Picture',
  thumbnail: 'Thumbnail',
  linkedPicture: 'Linked picture',
  file: 'File',
  spoiler: 'Spoiler',
};
