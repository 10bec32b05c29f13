import type { DeskItemQuery } from "../../shared/generated/graphql.ts";

/** An item as the officer who edits it sees it. */
export type Edited = NonNullable<DeskItemQuery["editedItem"]>;
