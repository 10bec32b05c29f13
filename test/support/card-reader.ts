import { createPrivateKey, createPublicKey, type KeyObject, randomUUID, sign } from "node:crypto";
import { decodeJwt } from "jose";
import { CLAIMS } from "../../services/api/oidc.ts";
import { type CardRead, cardReadText } from "../../services/government/halls/card-readers/card-read.ts";
import { type Instant, plusMs } from "../../services/kernel/runtime.ts";
import { type TestPlatform, textAt } from "./platform.ts";

/** A card reader at a hall, with the key that it signs with. */
export type TestReader = { readonly hall: string; readonly code: string; readonly key: KeyObject };

const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** The same seed makes the same key. */
const keyOf = (seed: number): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.alloc(32, seed)]), format: "der", type: "pkcs8" });

export const publicKeyOf = (key: KeyObject): string => createPublicKey(key).export({ format: "jwk" }).x ?? "";

export const newReader = (hall: string, code = "R-1", seed = 1): TestReader => ({
  ...{ hall, code },
  key: keyOf(seed),
});

/** The statement that a reader makes about a card, and signs; `altered` fields were changed after that. */
export function signRead(
  { hall, code: reader, key }: TestReader,
  { idNumber, name = "王小明", readAt }: { idNumber: string; name?: string; readAt: string },
  altered: Partial<CardRead> = {},
): CardRead {
  const read = { hall, reader, idNumber, name, readAt: readAt as Instant };
  const signature = sign(null, Buffer.from(cardReadText(read), "utf8"), key).toString("base64url");
  return { ...read, signature, ...altered };
}

export const addReader = (
  platform: TestPlatform,
  token: string,
  { hall, code, key }: TestReader,
  publicKey: string = publicKeyOf(key),
) =>
  platform.call({
    token,
    query: `mutation ($input: CardReaderInput!) { done: addCardReader(input: $input, reason: "启用新机具") {
      __typename ... on Refusal { code } ... on InvalidInput { path } ... on Hall { code cardReaders { code retiredAt } } } }`,
    variables: { input: { hall, code, publicKey } },
  });

const REGIONS = ["110105", "310104", "220102"];
const halls = new WeakMap<TestPlatform, Map<string, Promise<TestReader>>>();
let reads = 0;

/** Each read is another one, though the clock of a test stands still. */
export const readNow = (platform: TestPlatform): string => plusMs(platform.clock.now(), -(reads++ % 1_000));

/** A read of somebody's card, at this very moment, at a hall in the clerk's jurisdiction that is always open. */
export async function readCard(platform: TestPlatform, clerk: string, idNumber: string): Promise<CardRead> {
  const prefix = String(decodeJwt(clerk)[CLAIMS.region] ?? "");
  const region = REGIONS.find((one) => one.startsWith(prefix));
  if (!region) throw new Error(`no test hall lies in ${prefix}`);
  const known = halls.get(platform) ?? new Map<string, Promise<TestReader>>();
  halls.set(platform, known);
  const reader = known.get(region) ?? openHall(platform, region);
  known.set(region, reader);
  return signRead(await reader, { idNumber, readAt: readNow(platform) });
}

async function openHall(platform: TestPlatform, region: string): Promise<TestReader> {
  const token = await platform.tokens.officer({ roles: ["HALL_MANAGER"], region: region.slice(0, 2) });
  const reader = newReader(`TEST-${region}`);
  const text = { zh: "全天大厅", en: "A hall that is always open" };
  const saved = await platform.call({
    token,
    query: `mutation ($input: HallInput!) { done: saveHall(input: $input, reason: "启用新大厅") { __typename } }`,
    variables: {
      input: {
        ...{ code: reader.hall, name: text, address: text, region, followsCalendar: false },
        weeklyHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "00:00", to: "24:00" })),
        ...{ queues: [{ letter: "A", name: text, slotCapacity: 1 }], windows: [] },
      },
    },
  });
  const added = await addReader(platform, token, reader);
  for (const { data } of [saved, added]) {
    if (textAt(data, "done", "__typename") !== "Hall") throw new Error(JSON.stringify([saved, added]));
  }
  return reader;
}

/** Begins an attendance by a read; the outcome of the mutation. */
export const receiveByRead = (
  platform: TestPlatform,
  token: string,
  card: CardRead,
  key: string = randomUUID(),
) =>
  platform.call({
    token,
    query: `mutation ($card: CardReadInput!, $key: ID!) { done: receiveAtWindow(card: $card, idempotencyKey: $key) {
      __typename ... on Refusal { code } ... on InvalidInput { path } ... on TooManyAttendances { until }
      ... on Attendance { id until } } }`,
    variables: { card, key },
  });
