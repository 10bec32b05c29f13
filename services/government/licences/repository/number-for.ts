import { isLicenceSerial } from "../../../field/licence-identifier.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { err, ok } from "../../../kernel/result.ts";
import { type CountedNumbers, evaluateExpression } from "../../catalogue/index.ts";
import type { PublishedType } from "../types/licence-type.ts";
import { type ActCase, type ActPorts, type Possible, placeOf } from "./act-case.ts";
import { countedNumber, lastCount, nextCount, seriesBy } from "./counted-number.ts";
import { licenceIdByNumber } from "./repository-store.ts";
import { lastCountOf, putCount } from "./series-store.ts";

const SERIAL_LETTERS = 10;

/** A number that nobody has, and all that is written where it is given out. */
export type DrawnNumber = { readonly serial: string; readonly writes: readonly TransactItem[] };

/**
 * The number that the item gives or counts up, or one that nobody can count up from another: the year, and ten letters and digits
 * of the case's own id, the next ten where they are given out.
 */
export async function numberFor(
  ports: ActPorts,
  given: ActCase,
  { typeCode }: PublishedType,
): Promise<Possible<DrawnNumber>> {
  const { application, terms, inputs } = given;
  const isFree = async (serial: string) => (await licenceIdByNumber(ports, typeCode, serial)) === undefined;
  if (terms.counted) return counted(ports, given, { counted: terms.counted, typeCode, isFree });
  if (terms.number) {
    const path = placeOf(terms.number);
    const serial = evaluateExpression(terms.number, inputs);
    if (typeof serial !== "string" || !isLicenceSerial(serial))
      return err({ code: "LICENCE_NUMBER_UNFIT", path });
    return (await isFree(serial)) ? ok({ serial, writes: [] }) : err({ code: "LICENCE_NUMBER_TAKEN", path });
  }
  const letters = application.slice("app_".length).toUpperCase();
  const year = dateAt(ports.now).slice(0, 4);
  for (let at = 0; at + SERIAL_LETTERS <= letters.length; at += 1) {
    const serial = `${year}${letters.slice(at, at + SERIAL_LETTERS)}`;
    if (await isFree(serial)) return ok({ serial, writes: [] });
  }
  throw new Error(`all numbers of ${application} are given out`);
}

type Counting = {
  readonly counted: CountedNumbers;
  readonly typeCode: string;
  readonly isFree: (serial: string) => Promise<boolean>;
};

/** The next in its series: of two grants at once the commit lets one stand, and the other draws anew. */
async function counted(
  ports: ActPorts,
  { inputs }: ActCase,
  { counted: how, typeCode, isFree }: Counting,
): Promise<Possible<DrawnNumber>> {
  const series = seriesBy(how, inputs);
  if (series === undefined) return err({ code: "LICENCE_SERIES_UNFIT", path: ["id"] });
  const of = { typeCode, series: `${how.prefix}${series}` };
  const before = await lastCountOf(ports, of);
  const last = await nextCount(before, lastCount(how), (count) => isFree(countedNumber(how, series, count)));
  if (last === undefined) return err({ code: "LICENCE_NUMBERS_USED_UP", path: ["id"] });
  return ok({
    serial: countedNumber(how, series, last),
    writes: [putCount(ports, of, { last, before })],
  });
}
