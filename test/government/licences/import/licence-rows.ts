import { AUTHORITIES } from "../../../../local/demo/licence-types/authorities.ts";
import { publishDemoLicenceTypes } from "../../../../local/demo/licence-types.ts";
import { LICENCE_FILE } from "../../../../local/import/import-kind.ts";
import { startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { editorOf } from "../../catalogue/items.ts";
import { type Imported, importAs, newFile } from "../../housing-fund/import-file.ts";

export type LicenceRow = Readonly<Record<string, unknown>>;

/** A platform with the demo city's licence types, on Monday 2 March 2026. */
export async function startWithTypes(): Promise<TestPlatform> {
  const platform = await startPlatform();
  platform.clock.set("2026-03-02T02:00:00.000Z");
  const [one, other] = [editorOf(), editorOf()];
  await publishDemoLicenceTypes(one, other, platform.context(one));
  return platform;
}

/** The sample number of GB 11643; it belongs to nobody. */
const ID_NUMBER = "11010519491231002X";

export const ISSUER = AUTHORITIES.disabledPersons.creditCode;

/** A disability certificate as its register states it. */
export const certificate = (number: string, change: LicenceRow = {}, said: LicenceRow = {}): LicenceRow => {
  const idNumber = change["holderIdNumber"] ?? ID_NUMBER;
  return {
    ...{ type: "disability-certificate", number, holderIdNumber: ID_NUMBER, issuerCreditCode: ISSUER },
    ...{ region: "110105", issuedOn: "2025-05-01", standing: "VALID" },
    ...change,
    content: {
      ...{ name: "王小明", idNumber, kind: "肢体", grade: "三级", validUntil: "2035-04-30" },
      ...said,
    },
  };
};

export const ndjson = (rows: readonly LicenceRow[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join("");

/** Imports rows as the command does, within this process. */
export const importRows = (platform: TestPlatform, rows: readonly LicenceRow[]): Promise<Imported> =>
  importAs(LICENCE_FILE, platform, newFile(ndjson(rows), "ndjson"));
