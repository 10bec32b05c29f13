import type { Database } from "../../kernel/database/database.ts";
import { err, type Result } from "../../kernel/result.ts";
import type { EffectWrites } from "./item-writes.ts";
import { reviewOf } from "./review-form.ts";
import { type ItemContent, type NotPublishable, publishable } from "./service-item.ts";

type Ports = { readonly database: Pick<Database, "get"> } & Pick<EffectWrites, "parts">;

/** Whether a draft may be published: by itself (`publishable`), and by what its effect finds on record of its terms. */
export async function reviewItem(
  draft: ItemContent,
  { database, parts }: Ports,
): Promise<Result<ItemContent, NotPublishable>> {
  const checked = publishable(draft, reviewOf(parts.heldValues), parts.effects);
  const ofEffect = await (draft.effect && parts.effects.get(draft.effect)?.violations?.(database, draft));
  if (!ofEffect?.length) return checked;
  const violations = [...(checked.ok ? [] : checked.error.violations), ...ofEffect];
  return err({ code: "NOT_PUBLISHABLE", violations });
}
