import { type CreditCode, isCreditCode } from "../../services/field/credit-code.ts";
import { type RegionCode, region } from "../../services/field/region.ts";
import { enterpriseAs, personAs } from "../../services/field/subject.ts";
import { date, dateAt } from "../../services/kernel/civil-date.ts";
import { DAY_MS, plusMs } from "../../services/kernel/runtime.ts";
import type { AuthorityWish } from "../../services/people/enterprises/authority.ts";
import { grantAuthority } from "../../services/people/enterprises/grant-authority.ts";
import { recordEnterprise } from "../../services/people/enterprises/record-enterprise.ts";
import { recordGuardianship } from "../../services/people/enterprises/record-guardianship.ts";
import { foodBusinessLicence } from "./items/food-business-licence.ts";
import { foodBusinessRenewal } from "./items/food-business-renewal.ts";
import { rentWithdrawal } from "./items/rent-withdrawal.ts";
import { residencePermit } from "./items/residence-permit.ts";
import { demoOfficer } from "./officers.ts";
import { type DemoWrites, must } from "./onboard.ts";
import {
  CHILDS_PARENT,
  type DemoApplicant,
  demoChild,
  demoCitizen,
  demoPerson,
  RECORDED_DAYS,
} from "./people.ts";

/** An enterprise of the demo city, made up, with the person who represents it by law. */
export type DemoEnterprise = {
  readonly name: string;
  readonly creditCode: CreditCode;
  readonly region: RegionCode;
  readonly representative: DemoApplicant;
};

type Secrets = Pick<DemoWrites, "secrets">;

/** One that the demo citizen represents, one for which they may act, and one that is a stranger's. */
export const demoEnterprises = (
  writes: Secrets,
): Readonly<Record<"restaurant" | "grocery" | "caterer", DemoEnterprise>> => ({
  restaurant: {
    ...{ name: "北京小明家餐饮有限公司", creditCode: creditCode("91110105MA0000004B") },
    ...{ region: region("110105"), representative: demoCitizen(writes) },
  },
  grocery: {
    ...{ name: "北京示范便利店有限公司", creditCode: creditCode("91110108MA0000005R") },
    ...{ region: region("110108"), representative: demoPerson(0, writes) },
  },
  caterer: {
    ...{ name: "北京示范团餐服务有限公司", creditCode: creditCode("91110101MA0000006P") },
    ...{ region: region("110101"), representative: demoPerson(1, writes) },
  },
});

/**
 * The demo citizen lets somebody act for the restaurant in everything and for themselves in one matter, and is let act
 * for the grocery in its licences and for a neighbour in theirs.
 */
const authorities = (writes: Secrets) => {
  const { restaurant, grocery } = demoEnterprises(writes);
  const [citizen, neighbour, friend] = [demoCitizen(writes), demoPerson(0, writes), demoPerson(2, writes)];
  return [
    { principal: enterpriseAs(restaurant.creditCode), by: citizen, agent: friend, items: [] },
    {
      ...{ principal: enterpriseAs(grocery.creditCode), by: grocery.representative, agent: citizen },
      items: [foodBusinessLicence.draft.code, foodBusinessRenewal.draft.code],
    },
    { ...ofPerson(citizen), agent: friend, items: [residencePermit.draft.code] },
    { ...ofPerson(neighbour), agent: citizen, items: [rentWithdrawal.draft.code] },
  ] as const;
};

const ofPerson = (by: DemoApplicant) => ({ principal: personAs(by.actor.id), by });

/**
 * Enterprises as a registrar reads them in the register, and who may act for them, all on record before anybody applies
 * for anything. Begun anew after an interruption, it goes on where it was.
 */
export async function recordDemoEnterprises(writes: DemoWrites): Promise<void> {
  const ports = { ...writes, mode: "live", now: plusMs(writes.now, -RECORDED_DAYS * DAY_MS) } as const;
  for (const enterprise of Object.values(demoEnterprises(writes))) await recordOne(enterprise, ports);
  const until = endOfNextYear(writes);
  for (const { principal, by, agent, items } of authorities(writes)) {
    const wish: AuthorityWish = { agent, items, until };
    // The last day is part of the key, for it moves with the year in which the founding goes on.
    const key = `demo-${agent.idNumber}-${principal.kind}-${until}`;
    must(await grantAuthority({ ...ports, actor: by.actor }, principal, wish, key));
  }
  await recordDemoGuardian(ports);
}

/** A registrar reads in the register of households whose child the demo's child is. */
async function recordDemoGuardian(ports: DemoWrites & { readonly mode: "live" }): Promise<void> {
  const [ward, guardian] = [demoChild(ports), demoPerson(CHILDS_PARENT, ports)];
  const actor = demoOfficer("registrar", ports.secrets);
  const wish = {
    ward,
    guardian,
    relation: "PARENT",
    paper: "户口簿 110105-2026",
    bornOn: undefined,
  } as const;
  must(await recordGuardianship({ ...ports, actor }, wish, undefined, `demo-guardian-${ward.idNumber}`));
}

/** An enterprise that takes part as a partner, as a registrar reads it in the register. */
export const recordDemoPartner = (enterprise: DemoEnterprise, writes: DemoWrites): Promise<void> =>
  recordOne(enterprise, { ...writes, mode: "live" });

async function recordOne(
  { representative, ...stated }: DemoEnterprise,
  ports: DemoWrites & { readonly mode: "live" },
): Promise<void> {
  const actor = demoOfficer("registrar", ports.secrets);
  const statement = { ...stated, standing: "IN_BUSINESS", legalRepresentative: representative } as const;
  must(await recordEnterprise({ ...ports, actor }, statement));
}

const endOfNextYear = ({ now }: DemoWrites) => date(`${Number(dateAt(now).slice(0, 4)) + 1}-12-31`);

export function creditCode(text: string): CreditCode {
  if (!isCreditCode(text)) throw new Error(`${text} is no credit code`);
  return text;
}
