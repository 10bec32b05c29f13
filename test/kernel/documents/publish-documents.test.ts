import { expect, it } from "vitest";
import type { ServedDocument } from "../../../services/kernel/documents/document.ts";
import {
  publishDocuments,
  type StaticDocument,
} from "../../../services/kernel/documents/publish-documents.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";

const START = "2026-03-02T02:00:00.000Z" as Instant;
const HEAD = { contentType: "application/json", maxAgeS: 300 };

/** Forty documents, of which making one takes a second; those that are named fail. */
async function publish(failing: readonly number[], forSeconds: number) {
  let now = START;
  const put: ServedDocument[] = [];
  const documents = Array.from(
    { length: 40 },
    (_, i): StaticDocument => ({
      ...{ ...HEAD, path: `/documents/${i}` },
      make: async () => {
        if (failing.includes(i)) throw new Error(`no document ${i}`);
        now = plusMs(now, 1_000);
        return `document ${i}`;
      },
    }),
  );
  const putDocument = async (document: ServedDocument): Promise<void> => void put.push(document);
  const ports = { now: () => now, putDocument };
  return { put, outcome: await publishDocuments(documents, ports, plusMs(START, forSeconds * 1_000)) };
}

it("all documents are made and put, each as it says of itself", async () => {
  const { put, outcome } = await publish([], 100);
  expect(outcome).toEqual({ published: 40, unpublished: 0, finished: true, faults: [] });
  expect(put).toHaveLength(40);
  expect(put[7]).toEqual({ ...HEAD, path: "/documents/7", body: "document 7" });
});

it("one that cannot be made keeps no other from being published, and is told of", async () => {
  const { put, outcome } = await publish([0, 39], 100);
  const faults = [new Error("no document 0"), new Error("no document 39")];
  expect(outcome).toEqual({ published: 38, unpublished: 2, finished: true, faults });
  expect(put.map(({ path }) => path)).not.toContain("/documents/0");
});

it("none begins once the time is over, and those that are left are counted", async () => {
  const { put, outcome } = await publish([], 16);
  expect(outcome).toEqual({ published: 16, unpublished: 24, finished: false, faults: [] });
  expect(put).toHaveLength(16);
});
