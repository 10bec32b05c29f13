import fc from "fast-check";
import { expect, it } from "vitest";
import type {
  CaseMaterials,
  FilledMaterial,
  SecondLook,
} from "../../../../services/government/cases/materials/material.ts";
import { RECORD_ENDS } from "../../../../services/government/cases/materials/record-end.ts";
import { lookedAt } from "../../../../services/government/cases/materials/second-look.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import type { Instant } from "../../../../services/kernel/runtime.ts";

const HANDED_IN: FilledMaterial = {
  ...{ material: "licence", source: "LICENCES", reference: "first", statedOn: date("2026-03-02") },
  takenAt: "2026-03-02T02:00:00.000Z" as Instant,
};
const MATERIALS: CaseMaterials = { application: "app_1", files: [], filled: [HANDED_IN], revision: 1 };

const look: fc.Arbitrary<SecondLook> = fc.oneof(
  fc.constant({ how: "STANDS" } as const),
  fc
    .stringMatching(/^version [1-9]$/)
    .map((reference) => ({ how: "GIVES_WAY", to: { reference, statedOn: date("2026-04-01") } }) as const),
  fc.constantFrom(...RECORD_ENDS).map((end) => ({ how: "OVER", end }) as const),
  fc.constant({ how: "UNANSWERED" } as const),
);
const looks = fc.array(look, { minLength: 1, maxLength: 8 });
const NOW = "2026-04-01T02:00:00.000Z" as Instant;

/** The materials after each of these looks, one on what the one before has left. */
function afterAll(taken: readonly SecondLook[], required: boolean) {
  let materials = MATERIALS;
  return taken.map((one) => {
    const before = materials;
    const looked = lookedAt(before, [{ code: "licence", required }], new Map([["licence", one]]), NOW);
    materials = looked.materials;
    return { before, looked, one };
  });
}

/** All that were answered, for silence changes nothing of what is known. */
const answered = (taken: readonly SecondLook[]) => taken.filter(({ how }) => how !== "UNANSWERED");

it("keeps the record of the submission, has the last one that took its place, and is over as the last answer says", () => {
  fc.assert(
    fc.property(looks, (taken) => {
      const [filled] = afterAll(taken, true).at(-1)?.looked.materials.filled ?? [];
      const [given, last] = [taken.findLast(({ how }) => how === "GIVES_WAY"), answered(taken).at(-1)];
      expect(filled?.reference).toBe(given?.how === "GIVES_WAY" ? given.to.reference : "first");
      expect(filled?.handedIn?.reference).toBe(given ? "first" : undefined);
      expect(filled?.over?.how).toBe(last?.how === "OVER" ? last.end : undefined);
      expect(filled?.unansweredSince).toBe(taken.at(-1)?.how === "UNANSWERED" ? NOW : undefined);
    }),
  );
});

it("is news of what the item asks for once for each way in which it ends, and written only where something is new", () => {
  fc.assert(
    fc.property(looks, fc.boolean(), (taken, required) => {
      for (const { before, looked, one } of afterAll(taken, required)) {
        const known = before.filled[0]?.over?.how;
        const isOver = one.how === "OVER" || (one.how === "UNANSWERED" && known !== undefined);
        expect(looked.over).toHaveLength(isOver && required ? 1 : 0);
        expect(looked.isNews).toBe(one.how === "OVER" && required && known !== one.end);
        expect(looked.materials.revision - before.revision).toBe(looked.materials === before ? 0 : 1);
        const wasSilent = before.filled[0]?.unansweredSince !== undefined;
        if (one.how === "OVER" && known === one.end && !wasSilent) expect(looked.materials).toBe(before);
      }
    }),
  );
});

it("is silence of what the item asks for, and news once until somebody answers; of what is over it is none", () => {
  fc.assert(
    fc.property(looks, fc.boolean(), (taken, required) => {
      for (const { before, looked, one } of afterAll(taken, required)) {
        const [known] = before.filled;
        const isSilent = one.how === "UNANSWERED" && required && !known?.over;
        expect(looked.unanswered).toHaveLength(isSilent ? 1 : 0);
        expect(looked.isSilenceNews).toBe(isSilent && known?.unansweredSince === undefined);
        if (one.how === "UNANSWERED" && known?.unansweredSince) expect(looked.materials).toBe(before);
      }
    }),
  );
});
