import type { Application } from "../application.ts";
import { getApplication } from "../store.ts";
import { findReview, type ReviewStore } from "./review-store.ts";
import type { SampleReview } from "./sample-review.ts";

/** The review of a case's decision by rule; undefined where it was not drawn. */
export const readReview = (store: ReviewStore, { id }: Application): Promise<SampleReview | undefined> =>
  findReview(store, id);

/** The case whose decision is reviewed. */
export async function readReviewedCase(
  store: ReviewStore,
  { application }: SampleReview,
): Promise<Application> {
  const found = await getApplication(store, application);
  if (!found) throw new Error(`a review of case ${application}, which is not there`);
  return found;
}
