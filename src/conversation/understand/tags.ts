/** Names of the concepts a normalised text speaks of, in order, as features for the models. */
export function tagsOf(_normalised: string): readonly string[] {
  return []
}
