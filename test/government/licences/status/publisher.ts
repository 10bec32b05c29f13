import { workPorts } from "../../../../local/work-ports.ts";
import { openLicenceDocuments } from "../../../../services/government/licences/publish-licence-documents.ts";
import type { Mode } from "../../../../services/kernel/actor.ts";
import type { PutDocument } from "../../../../services/kernel/documents/publish-documents.ts";
import { plusMs } from "../../../../services/kernel/runtime.ts";
import type { TestPlatform } from "../../../support/platform.ts";

/** One process that publishes: what it has packed it keeps from one run to the next. */
export function publisherOf(platform: TestPlatform, putDocument: PutDocument = platform.published.put) {
  const sweep = openLicenceDocuments();
  const ports = workPorts(platform.ports, putDocument);
  return (mode: Mode = "live") => sweep(ports, mode, plusMs(platform.clock.now(), 100_000));
}
