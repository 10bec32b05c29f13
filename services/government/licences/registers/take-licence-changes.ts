import { randomUUID } from "node:crypto";
import type { Sweep } from "../../../kernel/service-runtime.ts";
import type { SecretSource } from "../../../kernel/settings.ts";
import type { CallPorts } from "../../../kernel/signed-calls/signed-call.ts";
import type { LicenceRegister, LicenceRegisters } from "./licence-register.ts";
import { openLicenceRegisters } from "./open-registers.ts";
import { type Taken, takeChanges } from "./take-changes.ts";

/** Opens the registers that the settings name, once for each process, and takes what they state. */
export const openLicenceChanges = async (source: SecretSource, ports: CallPorts): Promise<Sweep> =>
  takeLicenceChanges(await openLicenceRegisters(source, ports));

/**
 * Asks all registers of a mode for their changes, a page of each in turn until they have no more: one that has a lot to say keeps no
 * other waiting, and one that does not answer fails alone. The next run goes on where this one ends.
 */
export const takeLicenceChanges = (registers: LicenceRegisters) =>
  (async ({ open, runtime, now, secrets, log }, mode, until) => {
    const total = { changes: 0, written: 0, refused: 0, unanswered: 0 };
    const faults: unknown[] = [];
    const takeOne = async (register: LicenceRegister): Promise<boolean> => {
      const requestId = `licence-changes-${randomUUID()}`;
      const taken = await takeChanges(register, { open, runtime, requestId, mode, secrets: secrets() });
      total.changes += taken.changes;
      total.written += taken.written;
      total.refused += taken.refused.length;
      faults.push(...taken.faults);
      for (const { change, problems } of taken.refused) {
        const codes = problems.map(({ code }) => code);
        log("WARN", "a register's change was refused", { register: register.name, change, codes });
      }
      if (isAnswered(taken)) return taken.how === "MORE";
      total.unanswered += 1;
      log("WARN", "a register tells nothing", { register: register.name, reason: taken.how });
      return false;
    };
    let left = registers[mode];
    while (left.length > 0 && now() < until) {
      const more: LicenceRegister[] = [];
      for (const register of left) {
        try {
          if (now() >= until || (await takeOne(register))) more.push(register);
        } catch (fault) {
          faults.push(fault);
        }
      }
      left = more;
    }
    return { ...total, finished: left.length === 0, faults };
  }) satisfies Sweep;

const isAnswered = ({ how }: Taken): boolean => how === "MORE" || how === "DONE";
