import type { Text } from "../../shared/texts/text.ts";

/** Names of a form, where it is edited. */
export type FormWords = Readonly<Record<"title" | "name" | "json", Text>>;

/** A form of a draft. */
export type FormPlace = {
  /** Where it stands in the draft. */
  readonly at: readonly string[];
  readonly words: FormWords & { readonly preview: Text };
};
