import { describe, expect, it } from "vitest";
import {
  announce,
  type CaseMaterials,
  type MaterialFile,
} from "../../../../services/government/cases/materials/material.ts";
import type { Instant } from "../../../../services/kernel/runtime.ts";
import { must } from "../../../support/must.ts";

const NOW = "2026-03-02T02:00:00.000Z" as Instant;
const LONG_AGO = "2026-02-28T02:00:00.000Z" as Instant;
const KASE = { asked: [{ code: "lease", required: true }], isOpen: true };

const fileOf = (n: number, change: Partial<MaterialFile> = {}): MaterialFile => ({
  ...{ id: `mat_${n}`, material: "lease", name: "a.pdf", type: "PDF", sizeBytes: 1, sha256: "" },
  ...{ status: "REJECTED", requestedAt: LONG_AGO, request: "", ...change },
});

const materials = (count: number, change: Partial<MaterialFile> = {}): CaseMaterials => ({
  ...{ application: "app_1", filled: [], revision: 1 },
  files: Array.from({ length: count }, (_, n) => fileOf(n, change)),
});

const announceTo = (to: CaseMaterials) => {
  const { status: _, requestedAt: __, ...file } = fileOf(1_000);
  return announce(to, KASE, file, { held: undefined, now: NOW });
};

describe("the files of a case", () => {
  it("are a hundred on record at most, rejected ones included", () => {
    expect(must(announceTo(materials(99))).files).toHaveLength(100);
    expect(announceTo(materials(100))).toMatchObject({
      error: { code: "TOO_MANY_FILES", values: { max: "100" }, path: ["material"] },
    });
  });

  it("are forgotten where they were announced and not sent for two days", () => {
    const next = must(announceTo(materials(100, { status: "AWAITED" })));
    expect(next).toMatchObject({
      revision: 2,
      files: [{ id: "mat_1000", status: "AWAITED", requestedAt: NOW }],
    });
    expect(announceTo(materials(10, { status: "AWAITED", requestedAt: NOW }))).toMatchObject({
      error: { code: "TOO_MANY_FILES", values: { max: "10" } },
    });
  });
});
