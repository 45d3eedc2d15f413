/** What stands around the words of the API on the pages of operations. */
export const LABELS = {
  en: {
    intro: 'What each operation does is told by the API itself.',
    anyone: 'No token is needed.',
    parameters: 'Parameters',
    parameterHead: ['name', 'in', 'type', 'meaning'],
    body: 'Body',
    fieldHead: ['field', 'type', 'meaning'],
    answer: 'Answer',
    refusals: 'Refusals',
    records: 'Records',
    needed: 'needed',
    variables: 'Examples take `$api` and `$token` from [the first lines](../index.md#begin).',
  },
  fr: {
    intro: "Ce que fait chaque opération, l'API le dit elle-même, en anglais.",
    anyone: 'Aucun jeton requis.',
    parameters: 'Paramètres',
    parameterHead: ['nom', 'où', 'type', 'sens'],
    body: 'Corps',
    fieldHead: ['champ', 'type', 'sens'],
    answer: 'Réponse',
    refusals: 'Refus',
    records: 'Objets',
    needed: 'requis',
    variables: 'Les exemples prennent `$api` et `$token` des [premières lignes](../index.md#begin).',
  },
} as const;
