/** Commands in the menus of members and messages. */
export const contextMenus = {
  signThisMemberUp: 'Inscrire ce membre',
  makeEventOfMessage: 'En faire un événement',
};
