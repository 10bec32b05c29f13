import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "../../../services/kernel/actor.ts";
import type { TransactItem } from "../../../services/kernel/database/database.ts";
import { recordsTable } from "../../../services/kernel/database/tables.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import {
  type CodePorts,
  type CodePurpose,
  findTelephone,
  sendCode,
  takeTyped,
} from "../../../services/people/telephones/index.ts";
import { recordsOf } from "../../support/books.ts";
import { at, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { giveTelephone, proveTelephone, setTelephone } from "../../support/telephones.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const MOBILE = "13812345678";
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const PURPOSE: CodePurpose = "confirm app_1";
let citizen: CitizenId;
let token: string;
beforeEach(async () => {
  platform.clock.advance(DAY_MS);
  platform.texts.sent.length = 0;
  citizen = platform.newCitizen();
  token = await platform.tokens.citizen(citizen);
  await giveTelephone(platform, token, MOBILE);
  platform.clock.advance(MINUTE_MS);
});

const CLERK: Officer = {
  ...{ kind: "OFFICER", mode: "live", id: "ofc_clerk0000", roles: ["WINDOW_CLERK"] },
  jurisdiction: { regionPrefix: "", departments: [] },
};

/** As another service asks, within a request of its own. */
const ports = (): CodePorts => ({ ...platform.context(CLERK), mode: "live", actor: CLERK });
const text = (code: string) => `Your code is ${code}`;
const send = (purpose = PURPOSE, to = citizen) => sendCode(ports(), to, { purpose, text });
const take = (code: string, purpose = PURPOSE) => takeTyped(ports(), citizen, code)(purpose);
const codeSent = () => platform.texts.codeTo(MOBILE);
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function taken(code: string): Promise<readonly TransactItem[]> {
  const result = await take(code);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Commits what a code was for; false where that was stale. */
async function confirm(writes: readonly TransactItem[]): Promise<boolean> {
  const { actor, now, requestId, commit } = ports();
  const done = await commit({
    ...{ actor, at: now, requestId, aggregate: `app_of_${citizen}`, table: recordsTable("live") },
    ...{ action: "tests.confirmed", writes },
  });
  return done.ok;
}

const useCode = async (code: string): Promise<boolean> => confirm(await taken(code));

describe("a code for a purpose", () => {
  it("goes to the proven telephone, and is used up once by the commit that it is for", async () => {
    const until = new Date(Date.parse(platform.clock.now()) + 10 * MINUTE_MS).toISOString();
    expect(await send()).toEqual({ ok: true, value: { to: "138****5678", until } });
    const code = codeSent();
    expect(await useCode(code)).toBe(true);
    expect(await take(code)).toMatchObject({ error: { code: "CODE_OVER" } });
    expect(await findTelephone({ database: platform.database(), mode: "live" }, citizen)).toBeDefined();
  });

  it("is worth nothing for another", async () => {
    await send();
    const code = codeSent();
    expect(await take(code, "confirm app_2")).toMatchObject({ error: { code: "CODE_OVER" } });
    expect(await take(code)).toMatchObject({ ok: true });
  });

  it("proves no number, and one that proves a number is for no purpose", async () => {
    await send();
    expect(await proveTelephone(platform, token, codeSent())).toMatchObject({ code: "CODE_OVER" });
    platform.clock.advance(MINUTE_MS);
    await setTelephone(platform, token, "19987654321");
    const proving = platform.texts.codeTo("19987654321");
    for (const purpose of ["", "undefined", PURPOSE])
      expect(await take(proving, purpose)).toMatchObject({ error: { code: "CODE_OVER" } });
  });

  it("takes the place of the one before, whatever that was for", async () => {
    await setTelephone(platform, token, "19987654321");
    platform.clock.advance(MINUTE_MS);
    await send();
    const proving = platform.texts.codeTo("19987654321");
    expect(await proveTelephone(platform, token, proving)).toMatchObject({ code: "CODE_OVER" });
    expect(platform.texts.sent.at(-1)?.mobile).toBe(MOBILE);
  });

  it("is not sent to a person without a proven telephone", async () => {
    const other = platform.newCitizen();
    expect(await send(PURPOSE, other)).toEqual({ ok: false, error: { code: "NO_TELEPHONE" } });
    await setTelephone(platform, await platform.tokens.citizen(other), "19987654321");
    expect(await send(PURPOSE, other)).toEqual({ ok: false, error: { code: "NO_TELEPHONE" } });
  });

  it("is sent once a minute, five times an hour, ten times a day", async () => {
    const times: string[] = [];
    const start = Date.parse(platform.clock.now());
    while (Date.parse(platform.clock.now()) < start + DAY_MS - 2 * MINUTE_MS) {
      const sent = await send();
      if (sent.ok) times.push(platform.clock.now());
      else if (sent.error.code === "TOO_MANY_CODES") platform.clock.set(sent.error.until);
      else throw new Error(sent.error.code);
    }
    const minutes = times.map((time) => (Date.parse(time) - start) / MINUTE_MS);
    // The first of the day was the one that proved the telephone, a minute before.
    expect(minutes).toEqual([0, 1, 2, 3, 59, 60, 61, 62, 63]);
  });

  it("is known to nobody when it could not be sent for certain, but is good if it arrives", async () => {
    platform.texts.answer({ outcome: "UNKNOWN", reason: "TIMED_OUT" });
    expect(await send()).toEqual({ ok: false, error: { code: "TELEPHONE_UNREACHABLE" } });
    expect(await useCode(codeSent())).toBe(true);
  });
});

describe("a right code whose commit is decided on for the second time", () => {
  const SECOND: Readonly<
    Record<string, readonly [between: (code: string) => Promise<unknown>, said: string]>
  > = {
    "is not tried again": [async () => undefined, "right"],
    "is right beside a wrong one": [(code) => take(wrong(code)), "right"],
    "is over where it was used meanwhile": [(code) => useCode(code), "CODE_OVER"],
    "is over where another was sent": [
      async () => {
        platform.clock.advance(MINUTE_MS);
        await send();
      },
      "CODE_OVER",
    ],
  };

  it.each(Object.entries(SECOND))("%s", async (_, [between, said]) => {
    await send();
    const code = codeSent();
    const asked = ports();
    const takeIt = takeTyped(asked, citizen, code);
    expect((await takeIt(PURPOSE)).ok).toBe(true);
    await between(code);
    const again = await takeTyped(ports(), citizen, code)("confirm app_2");
    expect(again.ok).toBe(false);
    for (let i = 0; i < 6; i += 1) {
      // As before each further decision.
      asked.database.forget();
      const second = await takeIt(PURPOSE);
      expect(second.ok ? "right" : second.error.code).toBe(said);
    }
    expect(await takeIt("confirm app_2")).toEqual({ ok: false, error: { code: "CODE_OVER" } });
  });

  it("is typed as it is read from a telephone, with spaces", async () => {
    await send();
    const code = codeSent();
    expect(await useCode(` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe(true);
  });

  it("is none of a person who was sent none", async () => {
    const nobody = takeTyped(ports(), platform.newCitizen(), "123456");
    expect(await nobody(PURPOSE)).toEqual({ ok: false, error: { code: "CODE_OVER" } });
  });
});

describe("many at once", () => {
  it("two wrong tries count two", async () => {
    await send();
    const code = codeSent();
    const tried = await Promise.all([take(wrong(code)), take(wrong(code))]);
    const left = tried.map((result) => (result.ok ? "right" : JSON.stringify(result.error)));
    expect(left.toSorted()).toEqual([
      '{"code":"CODE_WRONG","values":{"left":"3"}}',
      '{"code":"CODE_WRONG","values":{"left":"4"}}',
    ]);
  });

  it("never hear more than five, the right one among them or not", async () => {
    await send();
    const code = codeSent();
    const guesses = Array.from({ length: 24 }, (_, i) =>
      String((Number(code) + i) % 1_000_000).padStart(6, "0"),
    );
    const tried = await Promise.all(guesses.map((guess) => take(guess)));
    const heard = tried.filter((result) => result.ok || result.error.code === "CODE_WRONG");
    expect(heard).toHaveLength(5);
    expect(tried.filter((result) => !result.ok && result.error.code === "CODE_OVER")).toHaveLength(19);
  });

  it("one of two right ones wins", async () => {
    await send();
    const code = codeSent();
    const writes = await Promise.all([taken(code), taken(code)]);
    const done = await Promise.all(writes.map((each) => confirm(each)));
    expect(done.toSorted()).toEqual([false, true]);
  });

  it("a wrong one beside it does not keep a right one from its commit", async () => {
    await send();
    const code = codeSent();
    const writes = await taken(code);
    await take(wrong(code));
    expect(await confirm(writes)).toBe(true);
  });

  it("send one code between them", async () => {
    const sent = await Promise.all([send(), send(), send(), send()]);
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(platform.texts.to(MOBILE)).toHaveLength(2);
  });

  it("prove a number once", async () => {
    const mobile = "19987654321";
    await setTelephone(platform, token, mobile);
    const code = platform.texts.codeTo(mobile);
    const proven = await Promise.all([
      proveTelephone(platform, token, code),
      proveTelephone(platform, token, code),
    ]);
    expect(proven.map((answer) => at(answer, "__typename")).toSorted()).toEqual([
      ...["InvalidInput", "Telephone"],
    ]);
  });
});

describe("nothing that opens something is kept in plain", () => {
  it("neither numbers nor codes, in records, trails or logs", async () => {
    await send();
    const codes = [codeSent()];
    await take(wrong(codes[0] ?? ""));
    await useCode(codes[0] ?? "");
    platform.clock.advance(MINUTE_MS);
    await setTelephone(platform, token, "19987654321");
    codes.push(platform.texts.codeTo("19987654321"));
    await proveTelephone(platform, token, codes[1] ?? "");
    const { client, ports: of } = platform;
    const kept: string[] = [];
    for await (const record of recordsOf(client, of.config.tablePrefix, recordsTable("live")))
      kept.push(JSON.stringify(record));
    expect(kept.filter((record) => record.includes(citizen)).length).toBeGreaterThan(5);
    // Times have digits, too: a code is looked for as a word of its own.
    for (const place of [kept.join("\n"), JSON.stringify(platform.logs)]) {
      expect(place).not.toMatch(/13812345678|19987654321/);
      for (const code of codes)
        expect(place).not.toMatch(new RegExp(`(?<![0-9A-Za-z_-])${code}(?![0-9A-Za-z_-])`));
    }
  });

  it("nor can one tell from the records that two people have the same number", async () => {
    const other = platform.newCitizen();
    await giveTelephone(platform, await platform.tokens.citizen(other), MOBILE);
    const store = { database: platform.database(), mode: "live" } as const;
    const [one, two] = await Promise.all([findTelephone(store, citizen), findTelephone(store, other)]);
    expect(one?.number).not.toBe(two?.number);
  });
});
