import { documentOf, isIdentityNumber, maskIdNumber } from "../../../field/identity-document.ts";
import { isPerson } from "../../../field/subject.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { listGuardians } from "../../../people/enterprises/index.ts";
import { materialOf } from "../../catalogue/index.ts";
import type { Application, NotAllowed } from "../application.ts";
import type { NoSuchCase } from "../change-case.ts";
import { type ApplicantPorts, type AuthorityEnded, changeOwnCase } from "../mandate/change-own-case.ts";
import { materialCaseOf } from "../materials/case-materials.ts";
import { noChange, saveCase } from "../materials/change-materials.ts";
import { takesFiles } from "../materials/material.ts";
import { askMember, type NotAskable } from "../materials/member-ask.ts";
import { getMaterials, putMaterials } from "../materials/store.ts";
import { putMembersAsk } from "./store.ts";

export type AskPorts = ApplicantPorts & { readonly secrets: Pick<Secrets, "citizenDigest"> };

/** A member of the household by their name and the number of their identity document; of the number its digest and mask are kept. */
export type MemberWish = {
  readonly material: string;
  readonly name: string;
  readonly idNumber: string;
};

export type MemberRefused = {
  readonly code:
    | "MATERIAL_NOT_OF_HOUSEHOLD"
    | "MATERIAL_NOT_OPEN"
    | "MEMBER_NUMBER_INVALID"
    | "MEMBER_IS_SUBJECT";
  readonly path: readonly string[];
};

type NameRefused = TextProblem & { readonly path: readonly string[] };
type NotAsked = NotAllowed | NotAskable | MemberRefused;
export type AskRefusal = NotAsked | NameRefused | NoSuchCase | AuthorityEnded;

const NAME_LENGTH = { min: 1, max: 60 };

/**
 * Asks a member of the household whether their licence may stand for a material of this case; they are told once. The answer is
 * the same whether or not the platform knows the person, or their licence.
 */
export async function askHouseholdMember(
  ports: AskPorts,
  id: string,
  { material, name: typed, idNumber }: MemberWish,
): Promise<Result<Application, AskRefusal>> {
  const { now } = ports;
  const name = checkText(typed, NAME_LENGTH.min, NAME_LENGTH.max);
  if (!name.ok) return err({ ...name.error, path: ["member", "name"] });
  if (!isIdentityNumber(idNumber, dateAt(now)))
    return err({ code: "MEMBER_NUMBER_INVALID", path: ["member", "idNumber"] });
  const member: CitizenId = `ctz_${ports.secrets.citizenDigest(idNumber)}`;
  const { born: bornOn } = documentOf(idNumber);
  const told = await toldFor(ports, member);
  return changeOwnCase<NotAsked>(ports, id, async (found) => {
    const { application, item } = found;
    const saved = saveCase(found);
    if (!saved.ok) return saved;
    const asked = materialOf(item, material);
    if (asked?.licenceOf !== "HOUSEHOLD")
      return err({ code: "MATERIAL_NOT_OF_HOUSEHOLD", path: ["material"] });
    if (!takesFiles(materialCaseOf(application, item), material))
      return err({ code: "MATERIAL_NOT_OPEN", path: ["material"] });
    if (isPerson(application.subject, member))
      return err({ code: "MEMBER_IS_SUBJECT", path: ["member", "idNumber"] });
    const materials = await getMaterials(ports, application.id);
    const ask = {
      material,
      member,
      name: name.value,
      maskedIdNumber: maskIdNumber(idNumber),
      askedAt: now,
      ...(bornOn ? { bornOn } : {}),
    };
    const next = askMember(materials, ask);
    if (!next.ok) return next;
    if (!next.value) return ok(noChange(found));
    const { isNews, ...asks } = next.value;
    const event = {
      type: "household.asked",
      mode: ports.mode,
      to: told,
      payload: { about: member },
    } as const;
    return ok({
      ...{ application: saved.value, action: "household-asked", reason: material },
      ...(isNews ? { event } : {}),
      writes: [
        putMaterials(ports, { ...materials, ...asks, revision: materials.revision + 1 }),
        putMembersAsk(ports, application.id, ask),
      ],
    });
  });
}

/** A child's guardians are told with them. */
const toldFor = async (ports: AskPorts, member: CitizenId): Promise<readonly CitizenId[]> => [
  member,
  ...(await listGuardians(ports, member, ports.now)),
];
