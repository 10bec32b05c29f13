/** A type, field, argument or input field of a schema. */
export type Declared = { readonly extensions: Readonly<Record<string, unknown>> };

/** The arguments of each directive that something carries, by the directive's name. */
export type Directives = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const EXTENSION = "directives";

/** The extensions of something that carries these directives. */
export const carrying = (directives: Directives): Declared["extensions"] => ({ [EXTENSION]: directives });

/** All directives that something carries. */
export const carriedBy = ({ extensions }: Declared): Directives | undefined =>
  extensions[EXTENSION] as Directives | undefined;

/**
 * The arguments of each `@directive` that something carries. They are what the schema's definition of the directive says,
 * which the documents are validated against where they are generated.
 */
export const directivesOn = <Arguments>(declared: Declared, directive: string): readonly Arguments[] =>
  (carriedBy(declared)?.[directive] ?? []) as readonly Arguments[];
