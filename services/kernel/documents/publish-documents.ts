import { eachDespite } from "../each-of.ts";
import type { Outcome } from "../process/in-turn.ts";
import type { Instant } from "../runtime.ts";
import type { ServedDocument } from "./document.ts";

/** A document that is made anew by each run. */
export type StaticDocument = Omit<ServedDocument, "body"> & { readonly make: () => Promise<string> };

/** Puts a text in the place of the one before it, at once and whole. Throws where it may not have come to be. */
export type PutDocument = (document: ServedDocument) => Promise<void>;

type PublishPorts = { readonly now: () => Instant; readonly putDocument: PutDocument };

export type Published = Outcome & {
  readonly published: number;
  /** Those that failed, and those that the time did not suffice for. */
  readonly unpublished: number;
};

/**
 * Makes each document and puts it where it is served; begins none after `until`. One that cannot be made or put keeps no
 * other from it: the one before it is served meanwhile.
 */
export async function publishDocuments(
  documents: readonly StaticDocument[],
  { now, putDocument }: PublishPorts,
  until: Instant,
): Promise<Published> {
  const faults: unknown[] = [];
  let published = 0;
  let finished = true;
  const publish = async ({ make, ...document }: StaticDocument): Promise<void> => {
    if (now() >= until) {
      finished = false;
      return;
    }
    await putDocument({ ...document, body: await make() });
    published += 1;
  };
  await eachDespite(documents, publish, faults);
  return { published, unpublished: documents.length - published, finished, faults };
}
