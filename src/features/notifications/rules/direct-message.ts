/** A button that does something, or leads to an address. `quiet`: never the one that is meant to be pressed. */
export type DirectMessageButton =
  | { readonly label: string; readonly custom_id: string; readonly quiet?: true }
  | { readonly label: string; readonly url: string };

/** A message to one person, within Discord's limits. */
export interface DirectMessage {
  readonly content: string;
  /** Shown below the text, as an embed's fields. */
  readonly fields: readonly { readonly name: string; readonly value: string; readonly inline: boolean }[];
  /** Buttons below it. */
  readonly buttons?: readonly DirectMessageButton[];
}
