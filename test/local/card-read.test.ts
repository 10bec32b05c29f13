import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { demoReader } from "../../local/demo/card-reader.ts";
import { ALWAYS_OPEN_HALL } from "../../local/demo/halls.ts";
import { type CardRead, checkCardRead } from "../../services/government/halls/card-readers/card-read.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";

const ID_NUMBER = "11010519491231002X";
const SCRIPT = new URL("../../local/card-read.ts", import.meta.url).pathname;

const cardRead = (...args: readonly string[]) => promisify(execFile)(process.execPath, [SCRIPT, ...args]);

/** Whether the demo city's reader at a hall has signed it just now. */
const isProven = (card: CardRead, hall: string): boolean => {
  const now = systemRuntime.now();
  return checkCardRead(card, { ...demoReader(hall), addedBy: "ofc_1", addedAt: now }, "ofc_2", now).ok;
};

it("`npm run card-read` prints the variables of receiveAtWindow, as a demo hall's reader signs them", async () => {
  for (const [hall, ...args] of [[ALWAYS_OPEN_HALL], ["BJ-CY-01", "--hall", "BJ-CY-01", "--name", "李明"]]) {
    const { stdout } = await cardRead(ID_NUMBER, ...args);
    const { card, idempotencyKey } = JSON.parse(stdout);
    expect(card).toMatchObject({ hall, reader: "DEMO-1", idNumber: ID_NUMBER });
    expect(isProven(card, hall ?? "")).toBe(true);
    expect(isProven({ ...card, hall: "BJ-HD-01" }, "BJ-HD-01")).toBe(false);
    expect(idempotencyKey).toMatch(/^[\w-]{8,}$/);
  }
});

it("says how it is called where what it is given is no identity number", async () => {
  for (const args of [[], ["123"], [ID_NUMBER, "more"], [ID_NUMBER, "--room", "1"]])
    await expect(cardRead(...args)).rejects.toMatchObject({
      stderr: expect.stringContaining("usage: npm run card-read"),
    });
});
