import { DEMO_OFFICERS, type DemoOfficer, demoOfficer } from "../../local/demo/officers.ts";
import type { DemoWrites } from "../../local/demo/onboard.ts";
import { demoCitizen, demoPerson } from "../../local/demo/people.ts";

import { SEED_BYTES, signingKeyOf } from "../../services/kernel/process/signing-key.ts";

/** By the name that a field or an argument gives them. */
export type Words = ReadonlyMap<string, readonly string[]>;

/** Words that people of the demo city know without having been told by the platform. */
export function wordsOf(writes: DemoWrites, citizenRef: string): Words {
  const people = [demoCitizen(writes), ...Array.from({ length: 6 }, (_, i) => demoPerson(i, writes))];
  const officers = (Object.keys(DEMO_OFFICERS) as DemoOfficer[]).map((name) =>
    demoOfficer(name, writes.secrets),
  );
  const named = {
    ref: [citizenRef],
    idNumber: people.map(({ idNumber }) => idNumber),
    holderName: people.map(({ name }) => name),
    officer: officers.map(({ id }) => id),
    citizen: people.map(({ actor }) => actor.id),
    ...SAID,
  };
  return new Map(Object.entries(named));
}

const SAID = {
  accountNumber: ["100023401", "200056702", "300078903", "400000001"],
  creditCode: ["91110105MA0000004B", "91110108MA0000005R", "91110101MA0000006P", "11100000000013338W"],
  item: ["BJ-GJJ-ZFTQ-001", "BJ-GJJ-HDTQ-001", "BJ-SCJG-SPJY-001", "BJ-SCJG-SPJY-002", "BJ-FUZZ-001"],
  hall: ["BJ-CY-01", "BJ-HD-01", "BJ-FUZZ-01"],
  reader: ["DEMO-1", "FUZZ-1"],
  department: ["BJ-GJJ", "BJ-SCJG", "BJ-GA"],
  step: ["accept", "review", "inspect", "decide", "issue"],
  point: ["site", "equipment", "layout", "staff", "rules"],
  material: ["id-card", "address-proof", "lease-contract", "loan-contract", "premises-layout"],
  window: ["1", "2", "3"],
  letter: ["A", "B", "C"],
  station: ["huilongguan", "xidan", "guomao"],
  role: ["acceptor", "reviewer", "inspector", "decider", "issuer"],
  clock: ["09:00", "12:00", "13:30", "17:00"],
  phone: ["13800138000"],
  email: ["liming@example.cn"],
  network: ["203.0.113.0/24", "2001:db8::/32"],
  fileName: ["lease.pdf", "身份证.jpg"],
  sha256: ["ab".repeat(32)],
  bankReference: ["20261123000001"],
  bankAccount: ["6222020200012345678"],
  licenceType: ["11100000000013338W032", "food-business-licence"],
  issuer: ["11110000DEM000001C"],
  devicePublicKey: [Buffer.from(signingKeyOf(Buffer.alloc(SEED_BYTES, 7)).publicKey).toString("base64url")],
  text: ["符合法定条件", "资料齐全", "Because it is so."],
  name: ["王小明", "京城便民科技有限公司", "北京示范便利店有限公司"],
  law: ["行政许可法"],
  search: ["公积金", "食品", "permit"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Where a place has another name than its words. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  "receiveTicket.id": ["tkt"],
  "attendance.id": ["att"],
  id: ["app", "note", "ptn", "pay", "bill", "uac", "crd", "apt", "tkt", "aut", "cns", "crq", "att"],
  application: ["app"],
  account: ["uac"],
  appointment: ["apt"],
  attendance: ["att"],
  bill: ["bill"],
  bills: ["bill"],
  biller: ["ptn"],
  card: ["crd"],
  citizen: ["citizen", "ctz"],
  code: ["item", "hall", "department", "point", "code"],
  "serviceItem.code": ["item"],
  "serviceItemDraft.code": ["item"],
  "publishServiceItem.code": ["item"],
  "rollOutServiceItem.code": ["item"],
  "hall.code": ["hall"],
  departments: ["department"],
  enterprise: ["creditCode"],
  file: ["mat"],
  from: ["station", "clock"],
  to: ["station", "clock", "officer"],
  ids: ["ntf", "app", "bill", "crd", "ptn"],
  inspector: ["officer"],
  inspectors: ["officer"],
  interests: ["creditCode"],
  items: ["item"],
  licence: ["identifier", "lic", "number"],
  networks: ["network"],
  note: ["note", "text"],
  number: ["number", "accountNumber", "tap"],
  cardNumber: ["cardNumber", "number"],
  partner: ["ptn"],
  partnerId: ["ptn"],
  partners: ["ptn"],
  payment: ["pay"],
  payout: ["pyo"],
  person: ["idNumber", "citizen"],
  plan: ["ipl"],
  queue: ["letter"],
  queues: ["letter"],
  after: ["cursor", "endCursor"],
  replaces: ["mat"],
  replacedByLicence: ["licenceType"],
  tap: ["tap", "number"],
  zh: ["name"],
  en: ["name"],
  alias: ["name"],
  title: ["name"],
  article: ["law"],
};

/**
 * The lists of words that fit a place, by its own name and that of the field or input it stands in. An `id` is mostly
 * one of the kind that the field answers with.
 */
export function listsFor(of: string, name: string, answers: readonly string[]): readonly string[] {
  const called = CALLED[`${of}.${name}`] ?? CALLED[name] ?? [name];
  return name === "id" && answers.length > 0
    ? Array.from({ length: 30 }, (_, i) => answers[i % answers.length] ?? name).concat(called)
    : called;
}
