import type { Officer } from "../../kernel/actor.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import { type Edited, isSecondEditor } from "./editors.ts";
import type { ItemHead } from "./item-head.ts";
import { DRAFT_VERSION, type Draft, type ItemContent } from "./service-item.ts";

export type EditAction = "save" | "publish" | "rollOut";

/** The mutation behind each action, as callers know it. */
export const MUTATIONS = {
  save: "saveServiceItemDraft",
  publish: "publishServiceItem",
  rollOut: "rollOutServiceItem",
} as const satisfies Record<EditAction, string>;

/** Where an item stands in the list of those that are edited. */
export type EditedPlace = { readonly province: string; readonly code: string };

/** Something that is drafted and published, as those who edit it see it. */
export type EditedView<C> = {
  readonly code: string;
  readonly draft: C & { readonly version: number };
  readonly draftRevision: number;
  readonly isChanged: boolean;
  /** All who have saved it since the last publication. */
  readonly editors: readonly OfficerId[];
  readonly availableActions: readonly ("save" | "publish")[];
};

type Drafted = Edited & { readonly code: string; readonly revision: number };

/** Shows a draft to an officer who may edit it; its publication is offered only to one who has no part in what has changed. */
export function editedView<D extends Drafted>(
  { revision, editors, editorPersons, ...content }: D,
  head: { readonly draftRevision: number } | undefined,
  officer: Pick<Officer, "id" | "person">,
): EditedView<Omit<D, "revision" | "editors" | "editorPersons">> {
  const isChanged = head?.draftRevision !== revision;
  const isOther = isSecondEditor({ editors, editorPersons }, officer);
  return {
    ...{
      code: content.code,
      draft: { ...content, version: DRAFT_VERSION },
      draftRevision: revision,
      isChanged,
    },
    editors: isChanged ? (editors ?? []) : [],
    availableActions: ["save", ...(isChanged && isOther ? (["publish"] as const) : [])],
  };
}

/** An item as those who edit it see it. */
export type EditedItem = Omit<EditedView<ItemContent>, "availableActions"> & {
  /** The version in force, if there is one. */
  readonly version: number | undefined;
  readonly availableActions: readonly EditAction[];
};

/** As `editedView`; one that was published can be rolled out. */
export function editedItem(
  draft: Draft,
  head: ItemHead | undefined,
  officer: Pick<Officer, "id" | "person">,
): EditedItem {
  const view = editedView(draft, head, officer);
  const availableActions = [...view.availableActions, ...(head ? (["rollOut"] as const) : [])];
  return { ...view, version: head?.version, availableActions };
}
