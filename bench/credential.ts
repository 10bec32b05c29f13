import { isCreditCode } from "../services/field/credit-code.ts";
import { deviceSigner, ES256, newDeviceKeys } from "../services/government/licences/credentials/es256.ts";
import { present } from "../services/government/licences/credentials/present.ts";
import { newVerifierMemory } from "../services/government/licences/credentials/verifier-memory.ts";
import { writeCredential } from "../services/government/licences/credentials/write-credential.ts";
import { verifyPresentation } from "../services/government/licences/verify.ts";
import { date } from "../services/kernel/civil-date.ts";
import { instantOf } from "../services/kernel/runtime.ts";
import { type Figure, medians, ms } from "./measure.ts";

const NOW = instantOf(Date.parse("2026-11-30T03:30:00Z"));
const BASE = "https://licences.example";
const VCT = `${BASE}/types/food-business-licence`;
const AUDIENCE = "https://counter.example";
const ISSUER = "11100000000013338W";
/** As many as are verified, for a counter takes each only once. */
const PRESENTATIONS = 3_000;

/** The platform's work for a device, a phone's for a counter, and the counter's: both signatures, digests, trust, status. */
export async function licenceCredential(): Promise<readonly Figure[]> {
  if (!isCreditCode(ISSUER)) throw new Error(`${ISSUER} is no credit code`);
  const [platform, phone] = [
    await deviceSigner(await newDeviceKeys()),
    await deviceSigner(await newDeviceKeys()),
  ];
  const write = (): Promise<string> =>
    writeCredential(
      {
        identifier: "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
        ...{
          number: "JY11105050876919",
          version: 1,
          issuedOn: date("2026-01-15"),
          validUntil: date("2031-01-14"),
        },
        type: { vct: VCT, disclosures: [{ field: "operator", disclosure: "MINIMAL" }] },
        content: {
          ...{ operator: "北京京味小馆", premises: "朝阳区建国路1号", items: ["HOT_FOOD", "COLD_FOOD"] },
          ...{ legalRepresentative: "11010519491231002X", businessForm: "RESTAURANT" },
        },
        issuer: {
          department: { code: "BJ-MARKET", name: { zh: "北京市市场监督管理局", en: "Market supervision" } },
          creditCode: ISSUER,
        },
        place: { list: 7, index: 4_711 },
      },
      {
        signer: { algorithm: "ES256", keyId: "bj-2026", sign: platform.sign },
        ...{ now: NOW, base: BASE, listAddress: (list) => `${BASE}/status-lists/${list}` },
        ...{ saltOf: (field) => field.padEnd(22, "-"), deviceKey: phone.publicKey },
      },
    );
  const credential = await write();
  const show = (nonce: string): Promise<string> =>
    present(credential, ["premises", "items"], { audience: AUDIENCE, nonce, now: NOW }, phone);
  const shown: string[] = [];
  while (shown.length < PRESENTATIONS) shown.push(await show(`nonce-of-the-holder-${shown.length}`));
  const key = {
    keyId: "bj-2026",
    algorithm: "ES256",
    publicKey: platform.publicKey,
    issuer: ISSUER,
  } as const;
  const known = {
    keys: { value: [{ ...key, from: NOW }], fetchedAt: NOW },
    trust: { value: [{ issuer: ISSUER, types: [{ vct: VCT, from: NOW }] }], fetchedAt: NOW },
    statusOf: () => ({ status: 0, sequence: 1, fetchedAt: NOW, ttlS: 300 }),
    ...{ algorithms: [ES256], memory: newVerifierMemory() },
  };
  const expected = { types: [VCT], binding: { audience: AUDIENCE } };
  let next = 0;
  const { writing, verifying } = await medians({
    writing: write,
    verifying: async () => {
      const answer = await verifyPresentation(shown[next] ?? "", NOW, expected, known);
      next += 1;
      if (answer.verdict !== "VALID") throw new Error(`a presentation is ${answer.reason}`);
    },
  });
  return [
    {
      what: "a licence that its holder presents, verified offline, p50",
      measured: ms(verifying),
      bound: "< 2 ms",
    },
    { what: "its credential, signed for a device with a key at hand, p50", measured: ms(writing), bound: "" },
    {
      what: "what its holder shows, with 2 of 5 fields",
      measured: `${shown[0]?.length.toLocaleString("en")} bytes`,
      bound: "≤ 2,953, one QR code",
    },
  ];
}
