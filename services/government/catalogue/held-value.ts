/** The names of all such values: each service that holds some merges its own into this; the schema's enum holds them all. */
// biome-ignore lint/suspicious/noEmptyInterface: each service that holds such values merges their names into this
export interface HeldValues {}

/** A value that the platform holds of an application's subject, as a form names it in `x-held`. */
export type HeldValue = keyof HeldValues;

/** As much of such a value as the catalogue knows, which refuses forms that name another, or expect it otherwise. */
export type HeldStatement = {
  readonly source: HeldValue;
  /** Of the text that it is. */
  readonly format?: string;
};

export type HeldStatements = ReadonlyMap<string, HeldStatement>;
