import { hash } from "node:crypto";
import type { RegionCode } from "../../services/field/region.ts";
import type { Subject } from "../../services/field/subject.ts";
import { saveApplication } from "../../services/government/cases/applicant/save-application.ts";
import { startApplication } from "../../services/government/cases/applicant/start-application.ts";
import {
  type SubmitPorts,
  submitApplication,
} from "../../services/government/cases/applicant/submit-application.ts";
import type { OfficerPorts } from "../../services/government/cases/desk/change-desk-case.ts";
import type { EffectParts, EffectPorts } from "../../services/government/cases/effects.ts";
import { confirmUpload } from "../../services/government/cases/materials/confirm-upload.ts";
import type { AskPorts } from "../../services/government/cases/materials/find-held.ts";
import { requestUpload } from "../../services/government/cases/materials/request-upload.ts";
import type { Citizen } from "../../services/kernel/actor.ts";
import { addDays, dateAt, midnight } from "../../services/kernel/civil-date.ts";
import { commitTo } from "../../services/kernel/commit/commit.ts";
import { fingerprintOf } from "../../services/kernel/commit/idempotency.ts";
import type { FileLink, Files } from "../../services/kernel/files/file-store.ts";
import { HOUR_MS, type Instant, plusMs } from "../../services/kernel/runtime.ts";
import { type DemoOfficer, demoOfficer } from "./officers.ts";
import { type DemoWrites, must } from "./onboard.ts";

/** Where the demo's files go, as a front-end would send them. */
export type DemoFiles = {
  readonly files: Files;
  readonly send: (link: FileLink, bytes: Uint8Array) => Promise<void>;
};

export type FilingPorts = SubmitPorts;
export type HandlingPorts = OfficerPorts & EffectPorts & EffectParts & AskPorts;

/** A case under way: on each of its days, as its applicant or as an officer. */
export type Run = {
  readonly id: string;
  readonly asApplicant: (day: number) => FilingPorts;
  /** The subject itself, or an enterprise's representative. */
  readonly asPrincipal: (day: number) => FilingPorts;
  readonly asOfficer: (name: DemoOfficer, day: number) => HandlingPorts;
  readonly handIn: (day: number) => Promise<void>;
};

/** The hour of the day, by Beijing's clock, at which things are done. */
const HOUR = 10;

/** A short PDF that anybody can open, and that says nothing. */
const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

export type Filed = {
  /** The applicant, for themselves or for whom they may act. */
  readonly applicant: Citizen;
  /** Gives the subject's own word, where somebody else applies. */
  readonly principal?: Citizen;
  readonly subject: Subject;
  /** The item's code. */
  readonly item: string;
  readonly region: RegionCode;
  readonly form: Readonly<Record<string, unknown>>;
  readonly daysAgo: number;
  /** Tells a case of the demo city from any other. */
  readonly name: string;
};

/** Begins a case as it was begun so many days ago; undefined for one that is there already, from a founding before. */
export async function beginCase(
  { applicant, principal = applicant, subject, item, region, form, daysAgo, name }: Filed,
  writes: DemoWrites,
  { files, send }: DemoFiles,
): Promise<Run | undefined> {
  const first = addDays(dateAt(writes.now), -daysAgo);
  const at = (day: number): Instant => plusMs(midnight(addDays(first, day)), HOUR * HOUR_MS);
  const portsAt = (day: number) => {
    // Each is a request of its own, which remembers nothing of another.
    const database = writes.open();
    const { secrets, config, parts, runtime, requestId, log } = writes;
    return {
      database,
      commit: commitTo(database),
      secrets,
      config,
      parts,
      runtime,
      requestId,
      log,
      mode: "live",
      now: at(day),
    } as const;
  };
  const asCitizen =
    (actor: Citizen) =>
    (day: number): FilingPorts => ({
      ...{ ...portsAt(day), actor },
      acting: { kind: "CITIZEN", citizen: actor.id },
    });
  const asApplicant = asCitizen(applicant);
  const begun = must(
    await startApplication(
      { ...asApplicant(0), secrets: writes.secrets },
      { item, region, subject, idempotencyKey: `demo-case-${name}` },
    ),
  );
  if (begun.revision > 1) return undefined;
  must(await saveApplication(asApplicant(0), begun.id, form));
  const handIn = async (day: number): Promise<void> => {
    const ports = asApplicant(day);
    const key = `demo-submit-${name}`;
    const submit = () =>
      submitApplication(asApplicant(day), begun.id, { idempotencyKey: key, duplicateReason: "演示城市" });
    const first = await submit();
    // A material that no register holds is sent.
    const problems = !first.ok && first.error.code === "FORM_INCOMPLETE" ? first.error.problems : [];
    for (const { under, path } of problems) {
      const [material] = path;
      if (under === "materials" && material) await sendFile({ ...ports, files }, begun.id, material, send);
    }
    must(first.ok ? first : await submit());
  };
  return {
    ...{ id: begun.id, asApplicant, asPrincipal: asCitizen(principal), handIn },
    asOfficer: (name, day) => ({ ...portsAt(day), actor: demoOfficer(name, writes.secrets) }),
  };
}

async function sendFile(
  ports: FilingPorts & { readonly files: Files },
  application: string,
  material: string,
  send: DemoFiles["send"],
): Promise<void> {
  const { file, link } = must(
    await requestUpload(ports, {
      ...{ application, material, fileName: `${material}.pdf`, type: "PDF", replaces: undefined },
      ...{ sizeBytes: PDF.length, sha256: hash("sha256", PDF, "hex") },
      idempotencyKey: fingerprintOf(["demo", application, material]),
    }),
  );
  if (link) await send(link, PDF);
  must(await confirmUpload(ports, application, file.id));
}
