import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const PLACE =
  /(?<![\w/.@-])(?:\.\/)?(?:bench|docs|functions|infra|local|schema|services|test|web)\/[\w./-]*\w/g;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;

const text = (file: string): string => readFileSync(file, "utf8");
const placesOf = (words: string): readonly string[] => [...new Set(words.match(PLACE))];

const pages = ["README.md", "biome.json", "knip.jsonc", ...globSync("{docs/**/*.md,schema/**/*.graphql}")];
const sources = globSync("{bench,functions,infra,local,services,test,web}/**/*.{ts,tsx,mjs}").filter(
  (file) => !file.includes("/generated/"),
);

/** The folders that the table "Where things are" of the README names: an area's, then its services' under it. */
function tabled(): readonly string[] {
  let area = "";
  return [...text("README.md").matchAll(/^\| (· )?((?:`[\w/-]+\/`(?:, )?)+) \|/gm)].flatMap(
    ([, under, names = ""]) => {
      const folders = [...names.matchAll(/`([\w/-]+)\/`/g)].map(([, name = ""]) => name);
      if (!under) area = folders[0] ?? "";
      return folders.map((folder) => (under ? `${area}/${folder}` : folder));
    },
  );
}

describe("a place that is named", () => {
  it("is there, on each page and in each comment", () => {
    const named = [
      ...pages.map((file) => ({ file, places: placesOf(text(file)) })),
      ...sources.map((file) => ({ file, places: placesOf((text(file).match(COMMENT) ?? []).join("\n")) })),
    ];
    expect(named.flatMap(({ places }) => places).length).toBeGreaterThan(30);
    const missing = named.flatMap(({ file, places }) =>
      places.filter((place) => !existsSync(place)).map((place) => `${file} names ${place}`),
    );
    expect(missing).toEqual([]);
  });

  it("stands in the README's table, if it is a service", () => {
    const services = globSync("services/*/*/service.ts").map((file) => file.replace(/\/service\.ts$/, ""));
    const ofAreas = services.filter((service) => !/^services\/(kernel|api|field|app)\//.test(service));
    expect(ofAreas.length).toBeGreaterThan(15);
    expect(tabled()).toEqual(expect.arrayContaining(ofAreas));
    expect(tabled().filter((folder) => !existsSync(folder))).toEqual([]);
  });
});
