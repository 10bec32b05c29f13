import { actorAs } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import { connection, paging } from "../../api/relay.ts";
import { type EditedPlace, MUTATIONS } from "./edited-item.ts";
import { findEditedItem, findEditedItems, findPublished } from "./find-edited-items.ts";
import { findOnlineRemedyGaps } from "./find-remedy-gaps.ts";
import { previewForm, reviewOf } from "./review-form.ts";
import { reviewItem } from "./review-item.ts";

const LIST = "edited items";

/** Items as their editors see them. */
export const editedResolvers: Resolvers = {
  Query: {
    editedItems: async (_, args, context) => {
      const { database, secrets } = context;
      const officer = actorAs(context, "OFFICER");
      const page = paging<EditedPlace>(args, LIST, secrets);
      const { entries, more } = await findEditedItems(officer, page, database);
      return connection(entries, more, { list: LIST, ...page }, secrets);
    },
    editedItem: async (_, { code }, context) =>
      (await findEditedItem(code, actorAs(context, "OFFICER"), context.database)) ?? null,
    formPreview: (_, { form }, { parts }) => {
      const { pages, violations } = previewForm(form, reviewOf(parts.heldValues));
      return { pages: [...pages], violations: [...violations] };
    },
  },
  EditedItem: {
    published: async (item, _, { database }) => (await findPublished(item, database)) ?? null,
    onlineRemedyGaps: async ({ draft }, _, context) => [...(await findOnlineRemedyGaps(draft, context))],
    violations: async ({ draft }, _, { database, parts }) => {
      const checked = await reviewItem(draft, { database, parts });
      return checked.ok ? [] : [...checked.error.violations];
    },
    availableActions: ({ availableActions }) => availableActions.map((action) => MUTATIONS[action]),
  },
};
