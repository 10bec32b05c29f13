import type { CreditCode } from "../../services/field/credit-code.ts";
import { identityCheck } from "../../services/field/identity-document.ts";
import { addDays, addMonths, type CivilDate, dateAt } from "../../services/kernel/civil-date.ts";
import type { DemoEnterprise } from "./enterprises.ts";
import { AUTHORITIES } from "./licence-types/authorities.ts";
import type { DemoWrites } from "./onboard.ts";
import type { DemoApplicant, DemoPerson } from "./people.ts";

/** A row of a register's file, of a type by its type code. */
export type StatedRow = {
  readonly typeCode: string;
  readonly number: string;
  readonly holderIdNumber?: string;
  readonly holderCreditCode?: CreditCode;
  readonly issuerCreditCode: CreditCode;
  readonly region: string;
  readonly issuedOn: string;
  readonly standing: "VALID" | "SUSPENDED" | "CANCELLED";
  readonly content: Readonly<Record<string, unknown>>;
};

type Now = Pick<DemoWrites, "now">;
type Holder = Pick<DemoApplicant, "name" | "idNumber"> & { readonly region: string };

const CHAOYANG = "110105";
/** The register's number of the demo citizen's residence permit, whose address a case changes. */
export const PERMIT_NUMBER = "JZ110105000123";

/** Days in the past on which things were issued, and months until they end. */
const PERMIT_DAYS = 200;
const PERMIT_DAYS_OF_CHILD = 90;
const CERTIFICATE_DAYS = 30;
const CERTIFICATE_MONTHS = 6;
const ASSESSED_MONTHS = 40;
const ASSESSMENT_MONTHS = 120;

type Stating = {
  readonly authority: (typeof AUTHORITIES)[keyof typeof AUTHORITIES];
  readonly number: string;
};

/** A register's statement about a person; each authority's type for people is its first. */
const ofPerson = (
  { name, idNumber, region }: Holder,
  { authority, number }: Stating,
  issuedOn: string,
  content: Readonly<Record<string, unknown>>,
): StatedRow => ({
  ...{ typeCode: `${authority.creditCode}001`, number, holderIdNumber: idNumber, region, issuedOn },
  ...{ issuerCreditCode: authority.creditCode, standing: "VALID" },
  content: { name, idNumber, ...content },
});

const permit = (holder: Holder, number: string, issuedOn: CivilDate): StatedRow =>
  ofPerson(holder, { authority: AUTHORITIES.publicSecurity, number }, issuedOn, {
    ...{ registeredAddress: "河北省石家庄市长安区样板街 5 号", address: "北京市示范路 8 号 2 单元 301" },
    district: holder.region,
  });

const disability = (holder: Holder, number: string, { now }: Now): StatedRow => {
  const issuedOn = addMonths(dateAt(now), -ASSESSED_MONTHS);
  const validUntil = addMonths(issuedOn, ASSESSMENT_MONTHS);
  const assessed = { kind: "听力", grade: "三级", validUntil };
  return ofPerson(holder, { authority: AUTHORITIES.disabledPersons, number }, issuedOn, assessed);
};

/** With a spouse who is made up for it, an even number for a woman. */
const marriage = (holder: Holder, i: number): StatedRow => {
  const first17 = `${holder.region}19850315${String(2 * i + 100)}`;
  return ofPerson(
    holder,
    { authority: AUTHORITIES.civilAffairs, number: `J${CHAOYANG}2019${String(i).padStart(6, "0")}` },
    "2019-05-20",
    { spouseName: "林晓梅", spouseIdNumber: first17 + identityCheck(first17), registeredOn: "2019-05-20" },
  );
};

type Fund = { readonly accountNumber: string; readonly balance: string };

const fundCertificate = (holder: Holder, fund: Fund, { now }: Now): StatedRow => {
  const statedOn = addDays(dateAt(now), -CERTIFICATE_DAYS);
  const number = `GJJ${fund.accountNumber}`;
  const validUntil = addMonths(statedOn, CERTIFICATE_MONTHS);
  return ofPerson(holder, { authority: AUTHORITIES.housingFund, number }, statedOn, {
    ...{ ...fund, statedOn, validUntil },
  });
};

/** One of each kind: the demo citizen's wallet shows them all. */
export function citizensLicences(citizen: DemoApplicant, now: Now): readonly StatedRow[] {
  const holder = { ...citizen, region: CHAOYANG };
  const [issuedOn, nobodys] = [addDays(dateAt(now.now), -PERMIT_DAYS), 449];
  return [
    permit(holder, PERMIT_NUMBER, issuedOn),
    disability(holder, "CJ110105000123", now),
    marriage(holder, nobodys),
    fundCertificate(holder, { accountNumber: "110105000123", balance: "128640.25" }, now),
  ];
}

/** Some of the people have some of them, and the first has them all. */
export function personsLicences(person: DemoPerson, i: number, now: Now): readonly StatedRow[] {
  const place = String(10_000 + i);
  const fund = { accountNumber: `1101050${place}`, balance: `${60_000 + i * 1_111}.00` };
  const issuedOn = addDays(dateAt(now.now), -PERMIT_DAYS - i);
  return [
    ...(i % 3 === 0 ? [permit(person, `JZ${person.region}${place}`, issuedOn)] : []),
    ...(i % 8 === 0 ? [disability(person, `CJ${person.region}${place}`, now)] : []),
    ...(i % 2 === 0 ? [marriage(person, i)] : []),
    ...(i % 5 === 0 ? [fundCertificate(person, fund, now)] : []),
  ];
}

export function childsLicences(child: DemoApplicant, now: Now): readonly StatedRow[] {
  const holder = { ...child, region: "110102" };
  const issuedOn = addDays(dateAt(now.now), -PERMIT_DAYS_OF_CHILD);
  return [permit(holder, "JZ110102000901", issuedOn), disability(holder, "CJ110102000901", now)];
}

const FOUNDED = "2019-09-02";
const MOVED = "2022-03-01";

/** The licence in force, and the one that it took the place of when the enterprise was registered anew. */
export function businessLicences({
  name,
  creditCode,
  region,
  representative,
}: DemoEnterprise): readonly StatedRow[] {
  const { creditCode: issuerCreditCode } = AUTHORITIES.marketRegulation;
  const row = {
    ...{ typeCode: `${issuerCreditCode}001`, holderCreditCode: creditCode, issuerCreditCode, region },
    content: {
      ...{ name, creditCode, kind: "有限责任公司（自然人投资或控股）", representative: representative.name },
      ...{ address: "北京市示范路 11 号一层", founded: FOUNDED, scope: "食品销售；餐饮服务；技术服务" },
    },
  };
  const before = { ...row.content, address: "北京市样板街 2 号" };
  return [
    { ...row, number: `BL${creditCode}1`, issuedOn: FOUNDED, standing: "CANCELLED", content: before },
    { ...row, number: `BL${creditCode}2`, issuedOn: MOVED, standing: "VALID" },
  ];
}
