import { hash } from "node:crypto";
import type { Context } from "../../services/api/context.ts";
import type { CreditCode } from "../../services/field/credit-code.ts";
import { region } from "../../services/field/region.ts";
import {
  agreeToTrust,
  findTrustOf,
  type IssuerInput,
  type MappingInput,
  saveIssuerDraft,
  saveMappingDraft,
} from "../../services/government/licences/index.ts";
import { p256KeyOfPoint } from "../../services/government/licences/issuer-keys/public-key.ts";
import type { Officer } from "../../services/kernel/actor.ts";
import { date, midnight } from "../../services/kernel/civil-date.ts";
import { SEED_BYTES, type SigningKey, signingKeyOf } from "../../services/kernel/process/signing-key.ts";
import { BEIJING, MARKET_REGULATION } from "./items/demo-item.ts";
import { demoCreditCode } from "./licence-types/authorities.ts";
import { foodBusinessLicenceType } from "./licence-types/of-enterprises.ts";
import { checkDone, REASON } from "./publication.ts";

const SINCE = date("2024-01-01");
const FIELDS = foodBusinessLicenceType.disclosures.map(({ field }) => ({ field, claim: field }));

/** How far the food-business licences of each region stand for Beijing's: one wholly, one in part, one not at all. */
const NEIGHBOURS = [
  { code: "120000", name: { zh: "天津市示范市场监管委", en: "Tianjin demo office" }, equivalence: "FULL" },
  { code: "130000", name: { zh: "河北省示范市场监管局", en: "Hebei demo office" }, equivalence: "PARTIAL" },
  { code: "310000", name: { zh: "上海市示范市场监管局", en: "Shanghai demo office" }, equivalence: "NONE" },
] as const;
type Neighbour = (typeof NEIGHBOURS)[number];

const ANSWERED = {
  ...{ department: MARKET_REGULATION, regions: [BEIJING] },
  legalBasis: [{ law: "国务院关于在线政务服务的若干规定", article: "第十条" }],
};

/** The key of a region that plays a part in the demo: known to everybody, so it signs nothing in earnest. */
const neighbourKey = (code: string): SigningKey =>
  signingKeyOf(hash("sha512", `demo issuer ${code}`, "buffer").subarray(0, SEED_BYTES));

const creditCodeIn = (code: string): CreditCode => demoCreditCode(`${code}DEM000001`);

const namesOf = (code: string) => ({
  vct: `urn:demo:${code}:food-business-licence`,
  typeCode: `${creditCodeIn(code)}001`,
});

function issuerOf({ code, name }: Neighbour): IssuerInput {
  const publicKey = p256KeyOfPoint(neighbourKey(code).publicKey);
  return {
    ...{ region: region(code), creditCode: creditCodeIn(code), name, ...ANSWERED },
    platform: `https://licences-${code}.example/graphql`,
    keys: [{ keyId: "2024-1", algorithm: "ES256", publicKey, from: midnight(SINCE) }],
    types: [{ ...namesOf(code), name: foodBusinessLicenceType.name, from: SINCE }],
  };
}

const mappingOf = ({ code, equivalence }: Neighbour): MappingInput => ({
  ...{ name: "food", region: region(code), ...namesOf(code), ...ANSWERED, equivalence, from: SINCE },
  ...{ ownType: foodBusinessLicenceType.code, fields: equivalence === "NONE" ? [] : FIELDS },
});

/** Agrees to the demo city's trust list: what the author drafts the actor agrees to. Begun anew, it goes on where it was. */
export async function agreeToDemoTrust(
  actor: Officer,
  author: Officer,
  context: Pick<Context, "database" | "commit" | "requestId" | "now">,
): Promise<void> {
  const by = { actor, now: context.now };
  const written = { ...by, actor: author };
  for (const neighbour of NEIGHBOURS) {
    const { code } = neighbour;
    const { issuers, mappings } = await findTrustOf(code, context.database);
    if (issuers.length === 0) {
      checkDone(code, await saveIssuerDraft(issuerOf(neighbour), written, context));
      const entry = { kind: "ISSUER", code: `${code}.${creditCodeIn(code)}` } as const;
      checkDone(code, await agreeToTrust(entry, { reason: REASON }, by, context));
    }
    if (mappings.length === 0) {
      checkDone(code, await saveMappingDraft(mappingOf(neighbour), written, context));
      const entry = { kind: "MAPPING", code: `${code}.food` } as const;
      checkDone(code, await agreeToTrust(entry, { reason: REASON }, by, context));
    }
  }
}
