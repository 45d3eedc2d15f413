/** Who acts: the signed-in user, with what is needed to decide access. */
export interface Actor {
  readonly user_id: string;
  readonly site_admin: boolean;
}
