import { demoReader, readWithDemoReader } from "../../local/demo/card-reader.ts";
import { ALWAYS_OPEN_HALL } from "../../local/demo/halls.ts";
import { DEMO_ITEMS } from "../../local/demo/service-items.ts";
import type { Random } from "../../local/generate/random.ts";
import { type Instant, plusMs } from "../../services/kernel/runtime.ts";
import { inputOf } from "../government/catalogue/api.ts";
import { hallInput } from "../government/halls/hall-world.ts";

export type SoundInput = Readonly<Record<string, unknown>>;

const drafts = DEMO_ITEMS.map(({ draft }): SoundInput => ({ ...inputOf(draft) }));
const HOUSEHOLD = { accountNumber: "100023401", holderName: "王小明" };
const NEW_HOUSEHOLD = { accountNumber: "900000001", holderName: "李小红" };
const PERIOD = { from: "2026-09-01", to: "2026-11-01", dueOn: "2027-01-15" };
const PERSON = { name: "王小明", idNumber: "11010519491231002X" };

/**
 * Inputs that are in order as a whole, by their types' names: values that are drawn one by one hardly ever fit together,
 * and what is refused at its first field shows nothing of what comes behind.
 */
const SOUND_INPUTS: Readonly<Record<string, readonly SoundInput[]>> = {
  ServiceItemInput: [...drafts, ...drafts.map((draft) => ({ ...draft, code: "BJ-GA-FUZZ-001" }))],
  HallInput: [hallInput(), hallInput({ code: "BJ-FUZZ-01" })],
  BillRowInput: [HOUSEHOLD, NEW_HOUSEHOLD].map((household) => ({ ...household, ...PERIOD, amount: "88.20" })),
  MeterReadingInput: [HOUSEHOLD, NEW_HOUSEHOLD].flatMap((household) => [
    { ...household, ...PERIOD, usage: "36" },
    { ...household, ...PERIOD, from: "2026-11-01", to: "2026-11-20", usage: "400", householdSize: 6 },
  ]),
  TapRowInput: [
    { kind: "ENTRY", at: "2026-11-23T01:00:00.000Z", station: "xidan", airportLine: false },
    { kind: "EXIT", at: "2026-11-23T01:40:00.000Z", station: "guomao", airportLine: false },
    { kind: "BUS", at: "2026-11-23T01:10:00.000Z", distanceKm: "12.4", airportLine: false },
  ],
  RecordEnterpriseInput: [
    {
      ...{ creditCode: "91110105MA0000004B", name: "北京小明家餐饮有限公司", region: "110105" },
      ...{ legalRepresentative: PERSON, standing: "IN_BUSINESS", mode: "LIVE" },
    },
  ],
  GrantAuthorityInput: [{ agent: PERSON, items: [], until: "2027-12-31" }],
  TakeTicketInput: [
    { hall: "BJ-CY-01", idNumber: "11010519491231002X", queue: "A", mode: "LIVE" },
    { hall: "BJ-HD-01", queue: "A", mode: "LIVE" },
  ],
  CardReaderInput: ["BJ-CY-01", "BJ-HD-01"].map((hall) => ({ ...demoReader(hall), code: "FUZZ-1" })),
  DrawInspectionsInput: [
    {
      title: "抽查",
      department: "BJ-SCJG",
      region: "110000",
      from: "2026-12-31",
      until: "2027-01-20",
      count: 2,
    },
  ],
  AddPayoutAccountInput: [{ accountNumber: "6222020200012345678", ...PERSON }],
  ApplyForPartnershipInput: [
    {
      ...{ name: "北京小明家餐饮有限公司", creditCode: "91110105MA0000004B", purpose: "便民服务" },
      contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
      scopes: ["PROFILE_READ"],
    },
  ],
  MaterialUploadInput: [
    {
      fileName: "lease.pdf",
      type: "PDF",
      sizeBytes: 1_000,
      sha256: "ab".repeat(32),
      material: "lease-contract",
    },
  ],
};

/**
 * As `SOUND_INPUTS`, with those that are in order at this time only: a read of a card proves one thing, for two
 * minutes.
 */
export function soundInputs(type: string, now: Instant, random: Random): readonly SoundInput[] {
  if (type !== "CardReadInput") return SOUND_INPUTS[type] ?? [];
  const readAt = plusMs(now, -random.int(0, 60_000));
  return [ALWAYS_OPEN_HALL, ALWAYS_OPEN_HALL, "BJ-CY-01", "BJ-HD-01"].map((hall) =>
    readWithDemoReader({ hall, ...PERSON, readAt }),
  );
}
