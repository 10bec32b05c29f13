import { isLicenceSerial } from "../../../field/licence-identifier.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { err, ok } from "../../../kernel/result.ts";
import { evaluateExpression } from "../../catalogue/index.ts";
import type { PublishedType } from "../types/licence-type.ts";
import { type ActCase, type ActPorts, type Possible, placeOf } from "./act-case.ts";
import { licenceIdByNumber } from "./repository-store.ts";

const SERIAL_LETTERS = 10;

/**
 * The number that the item gives, or one that nobody can count up from another: the year, and ten letters and digits of the case's
 * own id, the next ten where they are given out.
 */
export async function numberFor(
  ports: ActPorts,
  { application, terms, inputs }: ActCase,
  { typeCode }: PublishedType,
): Promise<Possible<string>> {
  const isFree = async (serial: string) => (await licenceIdByNumber(ports, typeCode, serial)) === undefined;
  if (terms.number) {
    const given = evaluateExpression(terms.number, inputs);
    if (typeof given !== "string" || !isLicenceSerial(given))
      return err({ code: "LICENCE_NUMBER_UNFIT", path: placeOf(terms) });
    return (await isFree(given)) ? ok(given) : err({ code: "LICENCE_NUMBER_TAKEN", path: placeOf(terms) });
  }
  const letters = application.slice("app_".length).toUpperCase();
  const year = dateAt(ports.now).slice(0, 4);
  for (let at = 0; at + SERIAL_LETTERS <= letters.length; at += 1) {
    const serial = `${year}${letters.slice(at, at + SERIAL_LETTERS)}`;
    if (await isFree(serial)) return ok(serial);
  }
  throw new Error(`all numbers of ${application} are given out`);
}
