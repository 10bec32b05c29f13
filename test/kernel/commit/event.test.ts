import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Event,
  eventId,
  eventText,
  outboxPlace,
  readEvent,
} from "../../../services/kernel/commit/event.ts";
import { INDEX1, OUTBOX_SHARDS } from "../../../services/kernel/database/tables.ts";
import { instantOf } from "../../../services/kernel/runtime.ts";

const EVENT: Event = {
  type: "consent.granted",
  mode: "test",
  to: ["ctz_0123456789abcdef"],
  payload: { about: "cns_0123456789abcdef", partnerId: "ptn_0123456789abcdef" },
};

describe("an event", () => {
  it("is read as it was written, each citizen once", () => {
    expect(readEvent(eventText(EVENT))).toEqual(EVENT);
    expect(readEvent(eventText({ ...EVENT, to: [...EVENT.to, ...EVENT.to] }))).toEqual(EVENT);
  });

  it("has one text, in whatever order its parts were named, and holds nothing that its type does not name", () => {
    const { type, mode, to, payload } = EVENT;
    const named = { name: "王小明", partnerId: payload.partnerId, about: payload.about };
    expect(eventText({ payload: named, to, mode, type })).toBe(eventText(EVENT));
  });

  it.each<[string, object]>([
    ["of a type that a later version knows", { ...EVENT, type: "bill.burnt" }],
    ["of a name that objects have", { ...EVENT, type: "constructor" }],
    ["without a field of its type", { ...EVENT, payload: { about: "cns_0123456789abcdef" } }],
    ["without a payload", { ...EVENT, payload: null }],
  ])("is refused by the reader: %s", (_, stored) => {
    expect(() => readEvent(JSON.stringify(stored))).toThrow("not known here");
  });

  it("is small", () => {
    const payload = { ...EVENT.payload, about: "x".repeat(300) };
    expect(() => eventText({ ...EVENT, payload })).toThrow("too long");
  });
});

const instant = fc.integer({ min: 0, max: Date.UTC(2200, 0) }).map(instantOf);

describe("an event's id", () => {
  it("stands in the order of time", () => {
    fc.assert(
      fc.property(instant, instant, fc.string(), (a, b, aggregate) => {
        const [first, second] = [a, b].map((at) => eventId("registry", aggregate, 1, at).slice(0, 9));
        if (a < b) expect((first ?? "") <= (second ?? "")).toBe(true);
      }),
    );
  });

  it("is its own, and always the same", () => {
    const at = instantOf(1_800_000_000_000);
    const ids = [
      eventId("registry", "a", 1, at),
      eventId("registry", "a", 2, at),
      eventId("registry", "b", 1, at),
      eventId("records-live", "a", 1, at),
      eventId("records-test", "a", 1, at),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(eventId("registry", "a", 1, at)).toBe(ids[0]);
  });
});

describe("the outbox", () => {
  it("spreads aggregates over its shards, and keeps each in one", () => {
    const at = instantOf(1_800_000_000_000);
    const shard = (aggregate: string, sequence: number): string =>
      outboxPlace("records-live", aggregate, sequence, at)[INDEX1.pk];
    const used = new Set(Array.from({ length: 500 }, (_, i) => shard(`thing-${i}`, 1)));
    expect(used.size).toBe(OUTBOX_SHARDS);
    expect(shard("thing-1", 1)).toBe(shard("thing-1", 99));
  });
});
