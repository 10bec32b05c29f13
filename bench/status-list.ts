import { StatusList as LibraryList } from "@sd-jwt/jwt-status-list";
import { readBase64url } from "../services/government/licences/jws.ts";
import { LIST_SIZE, type StatusException } from "../services/government/licences/status/licence-status.ts";
import { inflateUpTo } from "../services/government/licences/status/packed-statuses.ts";
import {
  packExceptions,
  readStatusList,
  type StatusList,
  writeStatusList,
} from "../services/government/licences/status/status-list.ts";
import { OPEN_LISTS, placeAt } from "../services/government/licences/status/status-place.ts";
import { statusKey, statusSigner } from "../services/government/licences/status/status-signer.ts";
import { putStatus, takePlace } from "../services/government/licences/status/status-store.ts";
import { deriveSecrets } from "../services/kernel/process/secrets.ts";
import { publisherOf } from "../test/government/licences/status/publisher.ts";
import { startPlatform, type TestPlatform } from "../test/support/platform.ts";
import { type Figure, median, ms } from "./measure.ts";

const LICENCES = 10_000_000;
/** One licence in a hundred is not valid. */
const EXCEPTIONS = LICENCES / 100;
const EXCEPTIONAL = ["INVALID", "SUSPENDED", "SUPERSEDED"] as const;
const NOW = 1_795_000_000;
const LOOKUPS = 1_000_000;
const ROUNDS = 5;
const WRITES_AT_ONCE = 100;

const secrets = deriveSecrets("a root secret for measuring status lists");
const [SIGNER, KEY] = [statusSigner(secrets, "live"), statusKey(secrets, "live")];

/** The lists of ten million licences in the open lists: how long they are, how long it takes to make, read and ask them. */
export async function statusList(): Promise<readonly Figure[]> {
  const lists = drawExceptions();
  const [made, read] = [[] as number[], [] as number[]];
  let [packed, texts]: [number, string[]] = [0, []];
  for (const _ of Array(ROUNDS)) {
    const started = performance.now();
    const written = await writeAll(lists);
    made.push(performance.now() - started);
    [packed, texts] = [written.packed, written.texts];
  }
  const [text = ""] = texts;
  const opened: StatusList[] = [];
  for (const _ of Array(ROUNDS * 4)) {
    const started = performance.now();
    opened.push(await open(text));
    read.push(performance.now() - started);
  }
  const size = texts.reduce((sum, { length }) => sum + length, 0);
  const one = await inflateUpTo(LIST_SIZE, readBase64url(await lstOf(lists[0] ?? [])) ?? new Uint8Array());
  const raw = (one?.length ?? 0) * OPEN_LISTS;
  return [
    {
      what: `status lists of ${count(LICENCES)} licences, ${count(EXCEPTIONS)} of them not valid: ${OPEN_LISTS} lists, bits; compressed; signed and served, each`,
      measured: `${mb(raw)}; ${mb(packed)}; ${mb(size)}, ${Math.round(size / OPEN_LISTS / 1_000)} kB`,
      bound: "",
    },
    { what: "to make all of them: pack, compress, sign", measured: ms(median(made)), bound: "" },
    { what: "a verifier reads one, signature included, p50", measured: ms(median(read)), bound: "" },
    lookups(opened[0]),
    ...(await library(lists[0] ?? [])),
    ...(await publishedRun(lists)),
  ];
}

function drawExceptions(): readonly StatusException[][] {
  const lists = Array.from({ length: OPEN_LISTS }, (): StatusException[] => []);
  for (let licence = 0; licence < EXCEPTIONS; licence += 1) {
    const { list, index } = placeAt({ licence: `lic_${licence}`, version: 1 }, 1);
    lists[list]?.push({ index, status: EXCEPTIONAL[licence % EXCEPTIONAL.length] ?? "INVALID" });
  }
  return lists;
}

const lstOf = async (exceptions: readonly StatusException[]): Promise<string> =>
  (await packExceptions(exceptions)).lst;

async function writeAll(lists: readonly StatusException[][]) {
  const texts: string[] = [];
  let packed = 0;
  for (const [list, exceptions] of lists.entries()) {
    const lst = await lstOf(exceptions);
    packed += (lst.length * 3) / 4;
    const head = { list: `https://city.test/${list}`, issuedAt: NOW, sequence: NOW, ttl: 300 };
    texts.push(await writeStatusList({ lst }, head, SIGNER));
  }
  return { packed, texts };
}

async function open(text: string): Promise<StatusList> {
  const list = await readStatusList(text, [KEY], NOW);
  if (!list.ok) throw new Error(list.error);
  return list.value;
}

function lookups(list: StatusList | undefined): Figure {
  if (!list) throw new Error("no list was read");
  let valid = 0;
  const started = performance.now();
  for (let i = 0; i < LOOKUPS; i += 1)
    if (list.statusAt((i * 7_919) % LIST_SIZE, NOW) === "VALID") valid += 1;
  const each = ((performance.now() - started) * 1_000_000) / LOOKUPS;
  if (valid === 0) throw new Error("the list says of no licence that it is valid");
  return { what: "a licence looked up in it", measured: `${Math.round(each)} ns`, bound: "" };
}

/** The same list by the ready-made library, which keeps a number for each place. */
async function library(exceptions: readonly StatusException[]): Promise<readonly Figure[]> {
  const values: Readonly<Record<StatusException["status"], number>> = {
    ...{ VALID: 0, INVALID: 1, SUSPENDED: 2, SUPERSEDED: 3 },
  };
  const [theirs, ours] = [[] as number[], [] as number[]];
  for (const _ of Array(ROUNDS)) {
    const started = performance.now();
    const list = new LibraryList(new Array(LIST_SIZE).fill(0), 2);
    for (const { index, status } of exceptions) list.setStatus(index, values[status]);
    list.compressStatusList();
    const between = performance.now();
    await lstOf(exceptions);
    theirs.push(between - started);
    ours.push(performance.now() - between);
  }
  return [
    {
      what: "one list packed and compressed, against `@sd-jwt/jwt-status-list` 0.19.0",
      measured: `${ms(median(ours))} / ${ms(median(theirs))} = ${(median(ours) / median(theirs)).toFixed(3)} ×`,
      bound: "",
    },
  ];
}

/** A whole run of the function, on the engine: index, lists, signatures. */
async function publishedRun(lists: readonly StatusException[][]): Promise<readonly Figure[]> {
  const platform = await startPlatform();
  try {
    const store = { database: platform.database(), mode: "live" } as const;
    const taken = lists.flatMap((exceptions, list) =>
      exceptions.map(({ index, status }) => ({
        taken: { licence: `lic_${list}_${index}`, version: 1, place: { list, index } },
        status,
      })),
    );
    // Two licences of these may have drawn the same place.
    const places = [...new Map(taken.map((one) => [JSON.stringify(one.taken.place), one])).values()];
    for (let i = 0; i < places.length; i += WRITES_AT_ONCE) {
      const some = places.slice(i, i + WRITES_AT_ONCE);
      await store.database.transact(
        some.map(({ taken }) => takePlace(store, taken)),
        `bench-status-taken-${i}`,
      );
      await store.database.transact(
        some.map(({ taken, status }) => putStatus(store, taken, { next: status, expecting: "VALID" })),
        `bench-status-put-${i}`,
      );
    }
    const { usage, publish } = metered(platform);
    const took: number[] = [];
    for (const _ of Array(ROUNDS)) {
      const started = performance.now();
      await publish();
      took.push(performance.now() - started);
    }
    return [
      {
        what: "a run of `publish-documents` in one mode, on the engine, first and further ones",
        measured: `${ms(took[0] ?? Number.NaN)}, ${ms(median(took.slice(1)))}`,
        bound: "",
      },
      {
        what: "what it reads",
        measured: `${count(usage.units / ROUNDS)} read units in ${usage.calls / ROUNDS} calls`,
        bound: "",
      },
    ];
  } finally {
    await platform.stop();
  }
}

/** A publisher whose calls of the database are counted. */
function metered(platform: TestPlatform) {
  const usage = { calls: 0, units: 0 };
  const client: TestPlatform["ports"]["client"] = async (operation, ...rest) => {
    const answer = await platform.ports.client(operation, ...rest);
    usage.calls += 1;
    const { ConsumedCapacity } = "ConsumedCapacity" in answer ? answer : {};
    for (const consumed of [ConsumedCapacity ?? []].flat()) usage.units += consumed.CapacityUnits ?? 0;
    return answer;
  };
  const ports = { ...platform.ports, client };
  return { usage, publish: publisherOf({ ...platform, ports }, async () => undefined) };
}

const mb = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;
const count = (value: number): string => value.toLocaleString("en");
