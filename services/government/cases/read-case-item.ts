import type { Database } from "../../kernel/database/database.ts";
import { findServiceItem, type ServiceItem, type WindowAgreement } from "../catalogue/index.ts";
import type { Application } from "./application.ts";

/** The item of a case, in the version with which the case began. */
export async function readCaseItem(
  { database }: { readonly database: Database },
  { item: { code, version } }: Pick<Application, "item">,
): Promise<ServiceItem> {
  const item = await findServiceItem(code, { version }, database);
  if (!item) throw new Error(`version ${version} of item ${code} is gone`);
  return item;
}

/** The agreements by which a case could be taken in elsewhere, in the version with which it began; none where it was not. */
export const readAgreements = async (
  store: { readonly database: Database },
  { item, takenInAt }: Pick<Application, "item" | "takenInAt">,
): Promise<readonly WindowAgreement[]> =>
  (takenInAt && (await readCaseItem(store, { item })).handedInAt) ?? [];
