import { documentOf, maskIdNumber } from "../../field/identity-document.ts";
import { personAs } from "../../field/subject.ts";
import type { Officer } from "../../kernel/actor.ts";
import { type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import { fingerprintOf, idempotentId } from "../../kernel/commit/idempotency.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Parts } from "../../kernel/parts.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { findBorn, getStatus, isMinor, noStatus, putStatus } from "../citizens/index.ts";
import { agentOf, type GrantPorts, type GrantRefusal, keepAuthority } from "./add-authority.ts";
import type { Authority, AuthorityView } from "./authority.ts";
import {
  checkBirth,
  checkGuardianship,
  type GuardianshipWish,
  lastDayOf,
  type StatedGuardianship,
} from "./guardianship.ts";
import type { AuthorityId } from "./ids.ts";

export type GuardianshipPorts = GrantPorts & {
  readonly actor: Officer;
  readonly parts: Pick<Parts, "findAttended">;
};

/** The minor and their guardian. */
export type Parties = { readonly ward: CitizenId; readonly guardian: CitizenId };

/**
 * Keeps that somebody is a minor's guardian: as a clerk has seen it on paper, with the guardian at the window, or as a
 * registrar finds it in the register, where nobody has to be present. From then on the guardian acts for the minor in
 * every item, until the minor comes of age. No officer records one of their own; one whom the platform does not know as a
 * person records none.
 */
export async function recordGuardianship(
  ports: GuardianshipPorts,
  wish: GuardianshipWish,
  attendance: string | undefined,
  idempotencyKey: string,
): Promise<Result<AuthorityView, GrantRefusal>> {
  const { actor, now } = ports;
  const checked = checkGuardianship(wish, dateAt(now));
  if (!checked.ok) return checked;
  const stated = checked.value;
  const parties = {
    ward: agentOf(stated.ward.idNumber, ports),
    guardian: agentOf(stated.guardian.idNumber, ports),
  };
  if (isOfficersOwn(actor, parties)) return err({ code: "OFFICERS_OWN_MATTER", path: ["guardian"] });
  const present = await findPresent(ports, parties.guardian, attendance);
  if (!present.ok) return present;
  const born = await findBirth(ports, parties, stated, wish.bornOn);
  if (!born.ok) return born;
  const id = idempotentId("aut", actor, "recordGuardianship", idempotencyKey);
  return keepAuthority(
    { ...ports, ...present.value },
    { principal: personAs(parties.ward), agent: parties.guardian },
    guardianshipOf(id, { ...wish, ...stated }, born.value, ports),
    {
      ...{ action: "enterprises.guardianship.recorded", event: "guardianship.recorded" },
      writes: () => birthWrites(ports, parties.ward, born.value),
    },
  );
}

export const isOfficersOwn = ({ person }: Officer, { ward, guardian }: Parties): boolean =>
  person === undefined || person === ward || person === guardian;

/** How the guardian is present; nobody has to be where a registrar reads the register. */
async function findPresent(
  ports: GuardianshipPorts,
  guardian: CitizenId,
  attendance: string | undefined,
): Promise<Result<Pick<GrantPorts, "commit" | "ending">, GrantRefusal>> {
  const { actor, parts, commit } = ports;
  if (attendance === undefined && actor.roles.includes("REGISTRAR")) return ok({ commit });
  const attended = await parts.findAttended(ports, actor, attendance);
  if (!attended.ok) return err({ code: "NOT_ATTENDED", because: attended.error.code });
  return attended.value.citizenId === guardian
    ? ok({ commit: attended.value.commit, ending: attended.value.ending })
    : err({ code: "GUARDIAN_NOT_PRESENT", path: ["guardian", "idNumber"] });
}

async function findBirth(
  ports: GuardianshipPorts,
  { ward, guardian }: Parties,
  stated: StatedGuardianship,
  bornOn: CivilDate | undefined,
): Promise<Result<CivilDate, GrantRefusal>> {
  const [child, keeper] = await Promise.all([
    findBorn(ports, ward, documentOf(stated.ward.idNumber).born),
    findBorn(ports, guardian, documentOf(stated.guardian.idNumber).born),
  ]);
  if (isMinor(keeper, ports.now)) return err({ code: "GUARDIAN_UNDER_AGE", path: ["guardian", "idNumber"] });
  return checkBirth(child, bornOn, dateAt(ports.now));
}

/** The birth date is kept, whoever has never signed in: it bounds the minor's own acts. */
async function birthWrites(
  ports: GuardianshipPorts,
  ward: CitizenId,
  bornOn: CivilDate,
): Promise<readonly TransactItem[]> {
  const before = (await getStatus(ports, ward)) ?? noStatus(ward);
  return before.bornOn ? [] : [putStatus(ports, { ...before, bornOn, revision: before.revision + 1 })];
}

function guardianshipOf(
  id: AuthorityId,
  { ward, guardian, relation, paper }: StatedGuardianship & Pick<GuardianshipWish, "relation">,
  bornOn: CivilDate,
  { actor, now }: GuardianshipPorts,
): Authority {
  const until = lastDayOf(bornOn);
  return {
    ...{ id, agentName: guardian.name, agentMaskedIdNumber: maskIdNumber(guardian.idNumber) },
    ...{ items: [], until, grantedAt: now, paper: { reference: paper, seenBy: actor.id } },
    guardianship: { relation, wardName: ward.name },
    fingerprint: fingerprintOf([
      ...[ward.idNumber, ward.name, guardian.idNumber, guardian.name],
      ...[relation, until, paper],
    ]),
  };
}
