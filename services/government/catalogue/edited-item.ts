import type { Officer } from "../../kernel/actor.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import { isSecondEditor } from "./editors.ts";
import type { ItemHead } from "./item-head.ts";
import { DRAFT_VERSION, type Draft, type ServiceItem } from "./service-item.ts";

export type EditAction = "save" | "publish" | "rollOut";

/** The mutation behind each action, as callers know it. */
export const MUTATIONS = {
  save: "saveServiceItemDraft",
  publish: "publishServiceItem",
  rollOut: "rollOutServiceItem",
} as const satisfies Record<EditAction, string>;

/** Where an item stands in the list of those that are edited. */
export type EditedPlace = { readonly province: string; readonly code: string };

/** An item as those who edit it see it. */
export type EditedItem = {
  readonly code: string;
  readonly draft: ServiceItem;
  readonly draftRevision: number;
  /** The version in force, if there is one. */
  readonly version: number | undefined;
  readonly isChanged: boolean;
  readonly editors: readonly OfficerId[];
  readonly availableActions: readonly EditAction[];
};

/**
 * Shows an item to an officer who may edit it, with the acts for which they can ask: its publication only if they have no part in
 * what has changed.
 */
export function editedItem(
  { revision, editors, editorPersons, ...content }: Draft,
  head: ItemHead | undefined,
  officer: Pick<Officer, "id" | "person">,
): EditedItem {
  const isChanged = head?.draftRevision !== revision;
  return {
    ...{ code: content.code, version: head?.version, isChanged },
    draft: { ...content, version: DRAFT_VERSION },
    draftRevision: revision,
    editors: isChanged ? (editors ?? []) : [],
    availableActions: [
      "save",
      ...(isChanged && isSecondEditor({ editors, editorPersons }, officer) ? (["publish"] as const) : []),
      ...(head ? (["rollOut"] as const) : []),
    ],
  };
}
