import { breach } from "./breach.ts";
import { cycleBreaches } from "./cycles.ts";
import { houseOf } from "./house.ts";
import { layerBreaches } from "./layers.ts";
import { raceBreaches } from "./loops.ts";
import { roleBreaches } from "./roles.ts";
import type { SourceFile } from "./source-file.ts";

export const FILE_LINES_MAX = 250;

/** Codegen and the generators write these; nobody reads them line by line. */
const GENERATED = [/^(services\/api|web\/shared)\/generated\//, /^services\/field\/region-codes\.ts$/];

/** Every breach of the design's rules, each on a line that names the rule and the edge. */
export function breaches(files: readonly SourceFile[]): readonly string[] {
  const house = houseOf(files);
  return [
    ...files.flatMap((file) => tooLong(file)),
    ...layerBreaches(house),
    ...roleBreaches(house),
    ...cycleBreaches(house),
    ...raceBreaches(files),
  ];
}

function tooLong({ path, text }: SourceFile): readonly string[] {
  const lines = text.trimEnd().split("\n").length;
  if (lines <= FILE_LINES_MAX || GENERATED.some((pattern) => pattern.test(path))) return [];
  return [breach("a file has an end", `${path} has ${lines} lines, more than ${FILE_LINES_MAX}`)];
}
