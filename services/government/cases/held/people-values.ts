import { isIdentityNumber, maskIdNumber } from "../../../field/identity-document.ts";
import { maskMobileNumber } from "../../../field/mobile-number.ts";
import type { Subject } from "../../../field/subject.ts";
import { LAST_DAY } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { getProfile, idNumberOf } from "../../../people/citizens/index.ts";
import { getEnterprise, representativeOf } from "../../../people/enterprises/index.ts";
import { findTelephone, openNumber } from "../../../people/telephones/index.ts";
import type { HeldKind } from "./held-form.ts";
import type { HeldSource, HeldValuePorts } from "./held-source.ts";

declare module "../../catalogue/held-value.ts" {
  interface HeldValues {
    PERSON_NAME: true;
    PERSON_ID_NUMBER: true;
    PERSON_MOBILE: true;
    ENTERPRISE_NAME: true;
    ENTERPRISE_CREDIT_CODE: true;
    REPRESENTATIVE_NAME: true;
    REPRESENTATIVE_ID_NUMBER: true;
    REPRESENTATIVE_MOBILE: true;
    APPLICANT_MOBILE: true;
  }
}

const personIn = (subject: Subject): CitizenId | undefined =>
  subject.kind === "PERSON" ? subject.citizenId : undefined;

const enterpriseIn = ({ database, mode }: HeldValuePorts, subject: Subject) =>
  subject.kind === "ENTERPRISE" ? getEnterprise({ database, mode }, subject.creditCode) : undefined;

const representativeIn = async (ports: HeldValuePorts, subject: Subject): Promise<CitizenId | undefined> =>
  subject.kind === "ENTERPRISE" ? representativeOf(ports, subject) : undefined;

async function nameOf({ database, mode }: HeldValuePorts, owner: CitizenId | undefined) {
  const profile = owner && (await getProfile(database, mode, owner));
  return profile && { value: profile.name, owner };
}

async function numberOf({ database, mode, secrets }: HeldValuePorts, owner: CitizenId | undefined) {
  const profile = owner && (await getProfile(database, mode, owner));
  const value = profile && idNumberOf(profile, secrets);
  return value === undefined || !owner ? undefined : { value, owner };
}

async function mobileOf(ports: HeldValuePorts, owner: CitizenId | undefined) {
  const telephone = owner && (await findTelephone(ports, owner));
  return telephone && { value: openNumber(telephone, owner, ports.secrets), owner };
}

/** A number that its owner knows by its mask. */
const ID_NUMBER: Omit<HeldKind, "source"> = {
  ...{ format: "citizen-id", readers: "OWNER", scope: "PROFILE_READ" },
  mask: (number) => (isIdentityNumber(number, LAST_DAY) ? maskIdNumber(number) : "…"),
};
const MOBILE: Omit<HeldKind, "source"> = { format: "mobile-cn", readers: "OWNER", mask: maskMobileNumber };

/** The values that people's and enterprises' registers hold, of the subject and of the person who handles the case. */
export const PEOPLE_VALUES: readonly HeldSource[] = [
  {
    ...{ source: "PERSON_NAME", readers: "PEOPLE", scope: "PROFILE_READ" },
    read: (ports, { subject }) => nameOf(ports, personIn(subject)),
  },
  {
    source: "PERSON_ID_NUMBER",
    ...ID_NUMBER,
    read: (ports, { subject }) => numberOf(ports, personIn(subject)),
  },
  { source: "PERSON_MOBILE", ...MOBILE, read: (ports, { subject }) => mobileOf(ports, personIn(subject)) },
  {
    ...{ source: "ENTERPRISE_NAME", readers: "CIRCLE" },
    read: async (ports, { subject }) => {
      const enterprise = await enterpriseIn(ports, subject);
      return enterprise && { value: enterprise.name };
    },
  },
  {
    ...{ source: "ENTERPRISE_CREDIT_CODE", format: "credit-code", readers: "CIRCLE" },
    read: async (_, { subject }) =>
      subject.kind === "ENTERPRISE" ? { value: subject.creditCode } : undefined,
  },
  {
    ...{ source: "REPRESENTATIVE_NAME", readers: "CIRCLE" },
    read: async (ports, { subject }) => {
      const enterprise = await enterpriseIn(ports, subject);
      return enterprise && { value: enterprise.representativeName };
    },
  },
  {
    ...{ source: "REPRESENTATIVE_ID_NUMBER", ...ID_NUMBER },
    read: async (ports, { subject }) => numberOf(ports, await representativeIn(ports, subject)),
  },
  {
    ...{ source: "REPRESENTATIVE_MOBILE", ...MOBILE },
    read: async (ports, { subject }) => mobileOf(ports, await representativeIn(ports, subject)),
  },
  /** Of the person who handles the case: whom one calls about it. */
  { source: "APPLICANT_MOBILE", ...MOBILE, read: (ports, { citizenId }) => mobileOf(ports, citizenId) },
];
