import {
  type IdentityNumber,
  identityCheck,
  identityNumber,
} from "../../services/field/identity-document.ts";
import { region } from "../../services/field/region.ts";
import type { Account } from "../../services/government/housing-fund/account.ts";
import { putAccount } from "../../services/government/housing-fund/account-store.ts";
import { putContribution, putLoan } from "../../services/government/housing-fund/store.ts";
import type { Citizen } from "../../services/kernel/actor.ts";
import { addDays, addMonths, date, dateAt, LAST_DAY, monthOf } from "../../services/kernel/civil-date.ts";
import type { TransactItem } from "../../services/kernel/database/database.ts";
import { recordsTable } from "../../services/kernel/database/tables.ts";
import { decimal } from "../../services/kernel/decimal.ts";
import { fen } from "../../services/kernel/money.ts";
import { DAY_MS, plusMs } from "../../services/kernel/runtime.ts";
import { profileOf, putProfile } from "../../services/people/citizens/index.ts";
import { demoOfficer } from "./officers.ts";
import { type DemoWrites, must } from "./onboard.ts";
import { demoAccountStated } from "./payout-accounts.ts";
import { demoTelephoneProven } from "./telephones.ts";

/** Somebody of the demo city, made up: name, number and mobile belong to nobody. */
export type DemoPerson = {
  readonly actor: Citizen;
  readonly name: string;
  readonly idNumber: IdentityNumber;
  readonly mobile: string;
  readonly region: string;
  /** Without a gap up to last month, or with one in it. */
  readonly paysIn: "STEADILY" | "WITH_A_GAP";
};

/** As far as somebody has to be known to apply for something. */
export type DemoApplicant = Pick<DemoPerson, "actor" | "name" | "idNumber" | "mobile">;

/** The citizen whom the demo's tokens sign in; the sample number of GB 11643, which belongs to nobody. */
export function demoCitizen({ secrets }: Pick<DemoWrites, "secrets">): DemoApplicant {
  const idNumber = identityNumber("11010519491231002X", LAST_DAY);
  return {
    actor: { kind: "CITIZEN", mode: "live", id: `ctz_${secrets.citizenDigest(idNumber)}` },
    ...{ name: "王小明", idNumber, mobile: "13800138000" },
  };
}

/** The one among the made-up people who is the child's parent. */
export const CHILDS_PARENT = 4;

/** A child of the city, for whom a parent acts. */
export function demoChild({ secrets }: Pick<DemoWrites, "secrets">): DemoApplicant {
  const first17 = "11010520200901108";
  const idNumber = identityNumber(first17 + identityCheck(first17), LAST_DAY);
  return {
    actor: { kind: "CITIZEN", mode: "live", id: `ctz_${secrets.citizenDigest(idNumber)}` },
    ...{ name: "周小宝", idNumber, mobile: "" },
  };
}

const SURNAMES = ["赵", "钱", "孙", "李", "周", "吴", "郑", "冯"];
const NAMES = ["建国", "秀英", "志强", "丽娟", "明", "芳", "伟", "静", "磊", "洋"];
const DISTRICTS = ["110101", "110102", "110105", "110106", "110108"];
/** Of the whole fund: one who is of age for it retires. */
const BORN = ["1958-03-12", "1971-08-05", "1979-11-23", "1984-02-17", "1990-06-30", "1996-09-09"];
const SHARE = fen(1_560_00n);
const MONTHS = 24;
const STATED_DAYS = 100;
/** Before any of their applications. */
export const RECORDED_DAYS = 120;
const GAP_MONTHS_AGO = 2;

export function demoPerson(i: number, { secrets }: Pick<DemoWrites, "secrets">): DemoPerson {
  const of = (list: readonly string[]): string => list[i % list.length] ?? "";
  const region = of(DISTRICTS);
  // Odd for a man: of a man the retirement age is known to the day.
  const first17 = `${region}${of(BORN).replaceAll("-", "")}${String(2 * i + 101)}`;
  const idNumber = identityNumber(first17 + identityCheck(first17), LAST_DAY);
  return {
    actor: { kind: "CITIZEN", mode: "live", id: `ctz_${secrets.citizenDigest(idNumber)}` },
    name: `${of(SURNAMES)}${NAMES[Math.floor(i / SURNAMES.length) % NAMES.length]}`,
    mobile: `138${String(10_000_000 + i * 37)}`,
    ...{ idNumber, region, paysIn: i % 7 === 6 ? "WITH_A_GAP" : "STEADILY" },
  };
}

/** The records that registers hold of a person: profile, housing-fund account, contributions and, of some, a loan. */
export async function recordPerson(person: DemoPerson, i: number, writes: DemoWrites): Promise<void> {
  const { database, commit, now, requestId, secrets } = writes;
  const { actor, name, idNumber } = person;
  const recordedAt = plusMs(now, -RECORDED_DAYS * DAY_MS);
  const profile = profileOf({ citizenId: actor.id, name, idNumber, recordedAt }, secrets);
  must(
    await commit({
      ...{ actor: demoOfficer("acceptor", secrets), at: now, requestId, aggregate: actor.id },
      ...{ action: "demo.citizen.recorded", table: recordsTable("live") },
      writes: [
        putProfile(database, "live", profile),
        ...fundOf(person, i, writes),
        demoAccountStated(person, recordedAt, writes),
        await demoTelephoneProven(person, recordedAt, writes),
      ],
    }),
  );
}

function fundOf({ actor, paysIn, region: district }: DemoPerson, i: number, { database, now }: DemoWrites) {
  const today = dateAt(now);
  const balanceOn = addDays(today, -STATED_DAYS);
  const account: Account = {
    citizenId: actor.id,
    accountNumber: `1101050${String(10_000 + i)}`,
    employer: { name: "北京示例制造有限公司", creditCode: "11220000013544541J" },
    ...{ region: region(district), contributionBase: fen(13_000_00n), status: "ACTIVE" },
    ...{ employerRate: decimal("0.12"), employeeRate: decimal("0.12") },
    ...{ openedOn: addMonths(today, -MONTHS), balance: fen(60_000_00n + BigInt(i) * 1_111_00n), balanceOn },
  };
  const months = Array.from({ length: MONTHS }, (_, back) => back + 1).filter(
    (back) => paysIn === "STEADILY" || back !== GAP_MONTHS_AGO,
  );
  const paid = months.map((back): TransactItem => {
    const month = monthOf(addMonths(today, -back));
    const paidOn = date(`${month}-20`);
    return putContribution(database, "live", {
      citizenId: actor.id,
      month,
      paidOn,
      employer: SHARE,
      employee: SHARE,
    });
  });
  const startedOn = addMonths(today, -MONTHS);
  const loan = putLoan(database, "live", {
    ...{ citizenId: actor.id, loanNumber: `GJJ-DEMO-${i}`, principal: fen(800_000_00n), termMonths: 240 },
    ...{
      rates: [{ effectiveFrom: startedOn, rate: decimal("0.026") }],
      home: "FIRST",
      method: "EQUAL_INSTALMENT",
    },
    ...{ startedOn, outstanding: fen(760_000_00n), outstandingOn: balanceOn },
  });
  return [putAccount(database, "live", account), ...paid, ...(i % 3 === 0 ? [loan] : [])];
}
