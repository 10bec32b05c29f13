/** One type that is all of a union's. */
export type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer One,
) => void
  ? One
  : never;
