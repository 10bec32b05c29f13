import type { Subject } from "../../field/subject.ts";
import { getProfile } from "../../people/citizens/index.ts";
import { getEnterprise } from "../../people/enterprises/index.ts";
import type { ApplicationStore } from "./store.ts";

/** The name of a subject, by the register that it stands in; undefined while it stands in none. */
export async function findSubjectName(
  { database, mode }: ApplicationStore,
  subject: Subject,
): Promise<string | undefined> {
  const found =
    subject.kind === "ENTERPRISE"
      ? await getEnterprise({ database, mode }, subject.creditCode)
      : await getProfile(database, mode, subject.citizenId);
  return found?.name;
}
