import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { findBorn, needsGuardianForData } from "../../../people/citizens/index.ts";
import { isGuardianOf } from "../../../people/enterprises/index.ts";
import type { MemberAsk } from "../materials/member-ask.ts";

type Ports = { readonly database: Database; readonly mode: Mode; readonly now: Instant };

/** Whether a person answers for a member of a household: for themselves, or as the guardian of a child below 14 (个人信息保护法, art. 31). */
export async function answersFor(
  ports: Ports,
  person: CitizenId,
  { member, bornOn }: Pick<MemberAsk, "member" | "bornOn">,
): Promise<boolean> {
  const isChild = needsGuardianForData(await findBorn(ports, member, bornOn), ports.now);
  return isChild ? isGuardianOf(ports, person, member, ports.now) : person === member;
}
