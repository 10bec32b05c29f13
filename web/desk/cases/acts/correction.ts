import type { CorrectionInput } from "../../../shared/generated/graphql.ts";

/** The name under which what is wrong with a field or a material is kept: "fields:mobile", "materials:id-card". */
export type MarkKind = "fields" | "materials";
export const markOf = (kind: MarkKind, name: string): string => `${kind}:${name}`;

/** The marks of an officer on what is missing or wrong, and what they have written of each. */
export type CorrectionMarks = {
  readonly notes: Readonly<Record<string, string>>;
  /** Undefined takes the mark away. */
  readonly write: (mark: string, note: string | undefined) => void;
  readonly problemOf: (mark: string) => string | undefined;
};

/** The notice of all that was marked. */
export function noticeOf(notes: Readonly<Record<string, string>>): CorrectionInput {
  const marked = (kind: MarkKind) =>
    Object.entries(notes)
      .filter(([mark]) => mark.startsWith(`${kind}:`))
      .map(([mark, note]) => ({ name: mark.slice(kind.length + 1), note }));
  return { fields: marked("fields"), materials: marked("materials") };
}
