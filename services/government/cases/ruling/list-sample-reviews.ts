import type { Officer } from "../../../kernel/actor.ts";
import type { StoredItem } from "../../../kernel/database/database.ts";
import { fullPage, type Onward } from "../../../kernel/database/full-page.ts";
import { covers } from "../../../kernel/jurisdiction.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { isOwnCase } from "../read-case.ts";
import { listReviews, type ReviewPage, type ReviewStore } from "./review-store.ts";
import type { ReviewList, SampleReview } from "./sample-review.ts";

type Ports = ReviewStore & { readonly actor: Officer; readonly now: Instant };

type Listed = {
  readonly entries: readonly { readonly node: SampleReview; readonly position: StoredItem }[];
  readonly more: Onward<StoredItem>;
};

/** A department's list of reviews in a region. */
export type ReviewPlace = {
  readonly list: ReviewList;
  readonly region: string;
  readonly department: string;
};

/** A page of a department's reviews, without those of the officer's own matters. Errors: OUTSIDE_JURISDICTION. */
export async function listSampleReviews(
  ports: Ports,
  place: ReviewPlace,
  page: ReviewPage,
): Promise<Result<Listed, { readonly code: "OUTSIDE_JURISDICTION" }>> {
  if (!covers(ports.actor, place)) return err({ code: "OUTSIDE_JURISDICTION" });
  const { day } = page;
  const listed = await fullPage(page, async (from) => {
    const { entries, next } = await listReviews(ports, place, { ...from, ...(day ? { day } : {}) });
    // One batch: all are asked for in the same turn.
    const isOwnMatter = await Promise.all(entries.map(({ node }) => isOwnCase(ports, node.application)));
    return { entries: entries.filter((_, i) => !isOwnMatter[i]), next };
  });
  return ok(listed);
}
