import { randomUUID } from "node:crypto";
import { foodBusinessLicenceType } from "../../../local/demo/licence-types/of-enterprises.ts";
import { checkDigitOf } from "../../../services/field/check-character.ts";
import { type CreditCode, isCreditCode } from "../../../services/field/credit-code.ts";
import { enterpriseAs } from "../../../services/field/subject.ts";
import type { ElectronicLicence } from "../../../services/government/licences/repository/electronic-licence.ts";
import {
  putElectronicLicence,
  putPointers,
} from "../../../services/government/licences/repository/repository-store.ts";
import { placeWrites } from "../../../services/government/licences/repository/version-places.ts";
import { addDays, addMonths, type CivilDate, dateAt } from "../../../services/kernel/civil-date.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import type { TestPlatform } from "../../support/platform.ts";
import { region } from "../catalogue/items.ts";
import { MARKET_REGULATION } from "./food-business.ts";
import { typesOf } from "./types.ts";

/** Publishes the type of food-business licences, or its next version; these departments issue them. */
export const publishFoodType = (
  platform: TestPlatform,
  departments: readonly string[] = [MARKET_REGULATION],
): Promise<void> => {
  const { issuers } = foodBusinessLicenceType;
  return typesOf(platform).putInForce({
    ...foodBusinessLicenceType,
    issuers: departments.flatMap((code) =>
      issuers.map((issuer) => ({
        ...issuer,
        department: { code, name: NAMES[code] ?? issuer.department.name },
      })),
    ),
  });
};

const NAMES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  "BJ-GA": { zh: "北京市公安局", en: "Beijing Public Security Bureau" },
};

let count = 0;

/** A licence as the platform keeps those that it issues, without the case that has issued it. */
export async function holdFoodLicence(
  platform: TestPlatform,
  holder: CreditCode,
  { county = "110105", validUntil }: { county?: string; validUntil?: CivilDate } = {},
): Promise<string> {
  count += 1;
  const digits = `2${county}${String(count).padStart(6, "0")}`;
  const number = `JY${digits}${checkDigitOf(digits)}`;
  const now = platform.clock.now();
  const on = dateAt(now);
  const [issuer] = foodBusinessLicenceType.issuers;
  if (!issuer || !isCreditCode(issuer.creditCode)) throw new Error("nobody issues food-business licences");
  const licence: ElectronicLicence = {
    ...{ id: newId("lic", systemRuntime), type: foodBusinessLicenceType.code, number, revision: 1 },
    ...{ typeCode: foodBusinessLicenceType.typeCode, holder: enterpriseAs(holder), region: region(county) },
    current: {
      ...{ version: 1, typeVersion: 1, act: "ISSUE", place: { list: 0, index: count } },
      ...{ issuer: { department: issuer.department, creditCode: issuer.creditCode } },
      ...{ issuedOn: on, issuedAt: now, validUntil: validUntil ?? addDays(addMonths(on, 60), -1) },
      content: {
        ...{ name: "北京好味餐饮有限公司", creditCode: holder, representative: "王小明", number },
        ...{ premises: "北京市朝阳区建国路 1 号一层" },
        ...{ businessType: "餐饮服务经营者", activities: ["餐饮服务"] },
      },
    },
  };
  const store = { database: platform.database(), mode: "live" } as const;
  const writes = [
    putElectronicLicence(store, licence),
    ...putPointers(store, licence),
    ...placeWrites(store, undefined, licence),
  ];
  await store.database.transact(writes, randomUUID());
  return number;
}
