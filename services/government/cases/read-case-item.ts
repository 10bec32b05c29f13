import type { Database } from "../../kernel/database/database.ts";
import { findServiceItem, type ServiceItem } from "../catalogue/index.ts";
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
