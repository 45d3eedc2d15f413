/** The page behind an invitation link. Plain texts: the page escapes them. */
export const invitePage = {
  title: (organization: string, tag: string) => `Rejoindre ${organization} [${tag}]`,
  invites: (by: string | null) =>
    by === null
      ? 'Vous êtes invité à rejoindre cette organisation.'
      : `${by} vous invite à rejoindre cette organisation.`,
  until: (date: string) => `L'invitation est valable jusqu'au ${date}.`,
  signIn: 'Se connecter avec Discord',
  signInFirst: "Connectez-vous d'abord : vous reviendrez ici.",
  accept: "Accepter l'invitation",
  joined: (organization: string) => `Vous faites partie de ${organization}.`,
  gone: "Cette invitation n'est plus valable",
  askAgain: "Demandez-en une autre à l'organisation.",
  usedUp: "Autant de personnes qu'il y avait de places ont déjà accepté cette invitation.",
  full: "L'organisation a autant de membres qu'elle peut en avoir.",
};
