/** The same thing said in both languages. */
export interface InWords {
  readonly en: string;
  readonly fr: string;
}
