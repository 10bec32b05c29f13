import { workPorts } from "../../../../local/work-ports.ts";
import { openHttpRegister } from "../../../../services/government/licences/registers/http-register.ts";
import type { LicenceRegister } from "../../../../services/government/licences/registers/licence-register.ts";
import { takeLicenceChanges } from "../../../../services/government/licences/registers/take-licence-changes.ts";
import type { Mode } from "../../../../services/kernel/actor.ts";
import { plusMs } from "../../../../services/kernel/runtime.ts";
import type { WorkPorts } from "../../../../services/kernel/service-runtime.ts";
import type { CallLimits } from "../../../../services/kernel/signed-calls/signed-call.ts";
import type { LicenceRegisterServer } from "../../../support/licence-register.ts";
import type { TestPlatform } from "../../../support/platform.ts";
import { PATIENT_LIMITS } from "../../../support/signed-peer.ts";
import { ISSUER } from "../import/licence-rows.ts";

/** A register that fails is not left alone, and answers long pages. */
const LIMITS: CallLimits = { ...PATIENT_LIMITS, BREAKER_FAILURES: 100, ANSWER_BYTES_MAX: 4_194_304 };

/** A log that keeps its lines. */
export function newLog() {
  const lines: { readonly level: string; readonly message: string; readonly [field: string]: unknown }[] = [];
  const log: WorkPorts["log"] = (level, message, fields = {}) =>
    void lines.push({ ...fields, level, message });
  return { lines, log };
}

/** The register of the disability certificates' authority, as settings would open it. */
export const registerAt = (
  platform: TestPlatform,
  server: Pick<LicenceRegisterServer, "peer">,
  changes: Partial<Omit<LicenceRegister, "ask">> = {},
  log: WorkPorts["log"] = platform.ports.log,
): LicenceRegister => ({
  ...{ name: "disabled-persons", authority: ISSUER, types: ["disability-certificate"], ...changes },
  ask: openHttpRegister(server.peer, { runtime: platform.ports.runtime, log }, LIMITS),
});

type Running = {
  readonly open?: WorkPorts["open"];
  readonly log?: WorkPorts["log"];
  readonly mode?: Mode;
  readonly ms?: number;
};

/** A run of the scheduled function, as far as it is of one mode. */
export function runOf(platform: TestPlatform, registers: readonly LicenceRegister[]) {
  const ports = workPorts(platform.ports, platform.published.put);
  return ({ open = ports.open, log = ports.log, mode = "live", ms = 60_000 }: Running = {}) => {
    const take = takeLicenceChanges({ live: [], test: [], [mode]: registers });
    return take({ ...ports, open, log }, mode, plusMs(ports.now(), ms));
  };
}
