import { isCode } from "../../../field/code.ts";
import { isCreditCode } from "../../../field/credit-code.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { type Fields, isFields } from "../../../kernel/fields.ts";
import { readSettings, wrongSettings } from "../../../kernel/process/secret-settings.ts";
import { loadSecret } from "../../../kernel/process/secret-source.ts";
import type { SecretSource } from "../../../kernel/settings.ts";
import { peerOf } from "../../../kernel/signed-calls/peer.ts";
import type { CallPorts } from "../../../kernel/signed-calls/signed-call.ts";
import { openHttpRegister, REGISTER_PROTOCOL } from "./http-register.ts";
import type { LicenceRegister, LicenceRegisters } from "./licence-register.ts";

/**
 * Opens the registers of both modes, once for each process, because a breaker counts for all calls. Settings that make no sense
 * are a fault in the log, and that register is not asked; the others are. Throws where the settings cannot be had at all.
 */
export async function openLicenceRegisters(
  source: SecretSource,
  ports: CallPorts,
): Promise<LicenceRegisters> {
  const text = await loadSecret(source);
  const settings = unlessWrong({}, ports, () => readSettings(text, REGISTER_PROTOCOL.peer))[0] ?? {};
  const { live, test, ...others } = settings;
  if (Object.keys(others).length > 0) ports.log("ERROR", wrong("only live and test can stand there").message);
  return { live: registersOf("live", live, ports), test: registersOf("test", test, ports) };
}

const registersOf = (mode: Mode, settings: unknown, ports: CallPorts): readonly LicenceRegister[] =>
  Object.entries(isFields(settings) ? settings : {}).flatMap(([register, of]) =>
    unlessWrong({ mode, register }, ports, () => registerOf(register, isFields(of) ? of : {}, ports)),
  );

function unlessWrong<T>(
  about: Readonly<Record<string, string>>,
  { log }: CallPorts,
  open: () => T,
): readonly T[] {
  try {
    return [open()];
  } catch (error) {
    log("ERROR", error instanceof Error ? error.message : `settings of the ${REGISTER_PROTOCOL.peer}`, about);
    return [];
  }
}

/** Throws one line that names what is missing or wrong, and never shows it. */
function registerOf(name: string, settings: Fields, ports: CallPorts): LicenceRegister {
  const { authority, types } = settings;
  if (!isCode(name)) throw wrong("its name is no code");
  if (typeof authority !== "string" || !isCreditCode(authority)) throw wrong("authority is no credit code");
  const codes = Array.isArray(types) ? types.filter((one) => typeof one === "string" && isCode(one)) : [];
  if (!Array.isArray(types) || codes.length === 0 || codes.length !== types.length)
    throw wrong("types are no codes of licence types");
  const ask = openHttpRegister(peerOf(settings, REGISTER_PROTOCOL), ports);
  return { name, authority, types: codes, ask };
}

const wrong = (problem: string): Error => wrongSettings(REGISTER_PROTOCOL.peer, problem);
