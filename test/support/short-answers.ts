import type { Random } from "../../local/generate/random.ts";
import type { FaultAnswer } from "./fault-answers.ts";
import { openLaggingIndexes } from "./lagging-indexes.ts";
import { type Attributes, keyOf, type WirePage, type WireQuery } from "./wire-query.ts";

/**
 * Answers of reads that are right and not all, as DynamoDB gives them and the engine of the tests never does; in brackets,
 * to which calls. A reader that goes on by what they say has everything in the end.
 */
export type ShortAnswer =
  /** The index is as it was up to five seconds ago (queries of an index). */
  | "index-lags"
  /** A page ends before its limit, and there is more behind it (queries and scans). */
  | "page-split"
  /** A page has nothing, and there is more behind it (queries). */
  | "page-empty"
  /** Some keys are left unread (batches). */
  | "keys-left"
  /** All keys are left unread (batches). */
  | "all-keys-left";

/** Of a hundred reads that can meet it, how many have each. */
export type ShortAnswers = Partial<Readonly<Record<ShortAnswer, number>>>;

/** All of them, often: what every campaign runs under. */
export const ALL_SHORT: ShortAnswers = {
  "index-lags": 30,
  "page-split": 20,
  "page-empty": 10,
  "keys-left": 20,
  "all-keys-left": 10,
};

/** The same for somebody who looks again five seconds later: no index lags any more. */
export const SHORT_LATER: ShortAnswers = { ...ALL_SHORT, "index-lags": 0 };

type Requested = Readonly<Record<string, { readonly Keys: readonly Attributes[] }>>;

const canMeet: Readonly<Record<ShortAnswer, (operation: string, body: string) => boolean>> = {
  "index-lags": (operation, body) => operation === "Query" && body.includes('"IndexName"'),
  "page-split": (operation) => ["Query", "Scan"].includes(operation),
  "page-empty": (operation) => operation === "Query",
  "keys-left": (operation) => operation === "BatchGetItem",
  "all-keys-left": (operation) => operation === "BatchGetItem",
};

type WireCall = { readonly operation: string; readonly body: string };
type Send = (operation: string, body: string) => Promise<FaultAnswer>;
type Found = { readonly answer: FaultAnswer; readonly short: readonly ShortAnswer[] };

/** Reads from the database what a call asks for, and answers with less of it where that is drawn or scripted. */
export function openShortAnswers(now: () => number, random: Random) {
  const indexes = openLaggingIndexes(now, random);
  let scripted: readonly ShortAnswer[] = [];
  const left = new Set<string>();

  const draw = ({ operation, body }: WireCall, percent: ShortAnswers): readonly ShortAnswer[] => {
    const next = scripted.findIndex((short) => canMeet[short](operation, body));
    if (next >= 0) {
      const drawn = scripted.slice(next, next + 1);
      scripted = scripted.toSpliced(next, 1);
      return drawn;
    }
    // By chance no keys are left twice: a reader that is left without them again and again may give up.
    if (operation === "BatchGetItem" && left.delete(JSON.stringify(requestedBy(body)))) return [];
    return (Object.entries(percent) as [ShortAnswer, number][])
      .filter(([short, chance]) => canMeet[short](operation, body) && random.chance(chance))
      .map(([short]) => short);
  };

  const read = async ({ operation, body }: WireCall, percent: ShortAnswers, send: Send): Promise<Found> => {
    const drawn = draw({ operation, body }, percent);
    if (drawn.length === 0) return { answer: await send(operation, body), short: [] };
    if (operation !== "BatchGetItem") return readPage({ operation, body }, drawn, send);
    const { asked, unread } = drawn.includes("all-keys-left")
      ? { asked: undefined, unread: requestedBy(body) }
      : splitBatch(body, random);
    if (Object.keys(unread).length === 0) return { answer: await send(operation, body), short: [] };
    left.add(JSON.stringify(unread));
    const answer = asked ? await send(operation, asked) : NOTHING_READ;
    return { answer: leaving(answer, unread), short: [asked ? "keys-left" : "all-keys-left"] };
  };

  const readPage = async ({ operation, body }: WireCall, drawn: readonly ShortAnswer[], send: Send) => {
    const query: WireQuery = JSON.parse(body);
    const whole = await send(operation, body);
    if (whole.status !== 200) return { answer: whole, short: [] };
    const found: ShortAnswer[] = [];
    let page: WirePage = JSON.parse(whole.body);
    const change = (short: ShortAnswer, by: (page: WirePage) => WirePage): void => {
      const before = page;
      if (drawn.includes(short)) page = by(before);
      if (page !== before) found.push(short);
    };
    change("index-lags", (before) => indexes.turnBack(before, query));
    change("page-empty", (before) => emptied(before, query));
    change("page-split", (before) => split(before, query, random));
    const answer = found.length > 0 ? { ...withoutChecksum(whole), body: JSON.stringify(page) } : whole;
    return { answer, short: found };
  };

  return {
    read,
    note: indexes.note,
    /** The next reads that can meet these do, one after the other. */
    script: (next: readonly ShortAnswer[]): void => {
      scripted = [...scripted, ...next];
    },
    calm: (): void => {
      scripted = [];
    },
  };
}

/** A batch in two: what is asked for now, and what is left; nothing is left of a batch of one key. */
function splitBatch(body: string, random: Random) {
  const { RequestItems, ...rest }: { RequestItems: Requested } = JSON.parse(body);
  const all = Object.entries(RequestItems).flatMap(([table, { Keys }]) =>
    Keys.map((key) => ({ table, key })),
  );
  const certain = random.int(0, all.length - 1);
  const isLeft = new Set(
    all.filter((_, i) => all.length > 1 && i !== certain && random.chance(60)).map(({ key }) => key),
  );
  const part = (wanted: boolean): Requested =>
    Object.fromEntries(
      Object.entries(RequestItems).flatMap(([table, asked]) => {
        const Keys = asked.Keys.filter((key) => isLeft.has(key) === wanted);
        return Keys.length > 0 ? [[table, { ...asked, Keys }]] : [];
      }),
    );
  return { asked: JSON.stringify({ ...rest, RequestItems: part(false) }), unread: part(true) };
}

const requestedBy = (body: string): Requested => {
  const { RequestItems }: { RequestItems: Requested } = JSON.parse(body);
  return RequestItems;
};

/** A batch's answer that leaves these keys unread. */
const leaving = (answer: FaultAnswer, UnprocessedKeys: Requested): FaultAnswer =>
  answer.status === 200
    ? { ...withoutChecksum(answer), body: JSON.stringify({ ...JSON.parse(answer.body), UnprocessedKeys }) }
    : answer;

const NOTHING_READ: FaultAnswer = {
  status: 200,
  type: "application/x-amz-json-1.0",
  body: JSON.stringify({ Responses: {} }),
};

/** An answer is told another body, of which its checksum would not be. */
const withoutChecksum = ({ checksum: _, ...answer }: FaultAnswer): FaultAnswer => answer;

/** A page that ends before its last entry; the page itself where it has no two. */
function split(page: WirePage, { IndexName }: WireQuery, random: Random): WirePage {
  const length = page.Items?.length ?? 0;
  const Items = page.Items?.slice(0, length < 2 ? length : random.int(1, length - 1)) ?? [];
  const last = Items.at(-1);
  if (!last || Items.length === length) return page;
  const [Count, ScannedCount] = [Items.length, Items.length];
  return { ...page, Items, Count, ScannedCount, LastEvaluatedKey: keyOf(last, IndexName) };
}

/** A page without its entries, that goes on just before the first of them; the page itself where nothing is before it. */
function emptied(page: WirePage, query: WireQuery): WirePage {
  const [first] = page.Items ?? [];
  const place = first && placeBefore(first, query);
  return place ? { ...page, Items: [], Count: 0, ScannedCount: 0, LastEvaluatedKey: place } : page;
}

/** A key between the one where the query begins and that of an entry; of a record that stood there and is gone. */
function placeBefore(entry: Attributes, query: WireQuery): Attributes | undefined {
  const { IndexName, ExclusiveStartKey, ScanIndexForward = true } = query;
  if (ExclusiveStartKey) return ExclusiveStartKey;
  const sortKey = IndexName ? `${IndexName}sk` : "sk";
  const text = entry[sortKey]?.S ?? "";
  // Of two texts that begin alike the longer stands behind the other.
  const before = ScanIndexForward ? text.slice(0, -1) : `${text} `;
  const { ":sk": prefix, ":from": from, ":to": to } = query.ExpressionAttributeValues ?? {};
  const isWithin =
    before !== "" &&
    (prefix?.S === undefined || before.startsWith(prefix.S)) &&
    (from?.S === undefined || before >= from.S) &&
    (to?.S === undefined || before <= to.S);
  return isWithin ? keyOf({ ...entry, [sortKey]: { S: before } }, IndexName) : undefined;
}
