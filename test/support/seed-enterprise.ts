import { isCreditCode } from "../../services/field/credit-code.ts";
import type { EnterpriseStanding } from "../../services/field/enterprise-standing.ts";
import { region } from "../../services/field/region.ts";
import type { Mode, Officer } from "../../services/kernel/actor.ts";
import { type CitizenId, newId } from "../../services/kernel/ids.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { getEnterprise } from "../../services/people/enterprises/index.ts";
import { recordEnterprise } from "../../services/people/enterprises/record-enterprise.ts";
import { newCreditCode, newIdNumber } from "./made-up.ts";
import { must } from "./must.ts";
import type { TestPlatform } from "./platform.ts";

type Platform = Pick<TestPlatform, "context" | "ports">;

export type Statement = {
  readonly creditCode?: string;
  readonly name?: string;
  readonly mode?: Mode;
  readonly standing?: EnterpriseStanding;
  /** The identity number of its legal representative. */
  readonly idNumber?: string;
};

/** An enterprise as a registrar records it, and its legal representative. */
export async function stateEnterprise(
  platform: Platform,
  { creditCode = newCreditCode(), mode = "live", ...stated }: Statement = {},
): Promise<{
  readonly creditCode: string;
  readonly name: string;
  readonly representative: CitizenId;
  readonly idNumber: string;
}> {
  const { name = "京城便民科技有限公司", standing = "IN_BUSINESS", idNumber = newIdNumber() } = stated;
  const actor = registrar();
  const context = platform.context(actor);
  const legalRepresentative = { name: "李明", idNumber };
  const statement = { creditCode, name, standing, region: region("110105"), legalRepresentative };
  must(await recordEnterprise({ ...context, mode, actor }, statement));
  return {
    creditCode,
    name,
    idNumber,
    representative: `ctz_${platform.ports.secrets.citizenDigest(idNumber)}`,
  };
}

/** The legal representative of an enterprise, which is put on record where it is not. */
export async function representativeIn(
  platform: Platform,
  { creditCode = newCreditCode(), mode = "live", ...stated }: Statement,
): Promise<{ readonly creditCode: string; readonly name: string; readonly representative: CitizenId }> {
  if (!isCreditCode(creditCode)) throw new Error(`${creditCode} is no credit code`);
  const { database } = platform.context(registrar());
  const known = await getEnterprise({ database, mode }, creditCode);
  return known
    ? { creditCode, name: known.name, representative: known.legalRepresentative }
    : stateEnterprise(platform, { creditCode, mode, ...stated });
}

const registrar = (): Officer => ({
  ...{ kind: "OFFICER", mode: "live", roles: ["REGISTRAR"] },
  ...{ id: newId("ofc", systemRuntime), person: newId("ctz", systemRuntime) },
  jurisdiction: { regionPrefix: "", departments: [] },
});
