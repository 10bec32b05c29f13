import { spawnSync } from "node:child_process";
import { examples } from "../../local/graphiql/examples.ts";
import { type Block, blocksOf, PAGES, placeOf } from "./blocks.ts";

/** A document as somebody would send it, and where it stands. */
export type ExampleDocument = { readonly name: string; readonly text: string };

/** Every document of the README, of the pages under docs and of GraphiQL's tabs. */
export const exampleDocuments = (): readonly ExampleDocument[] => [
  ...PAGES.flatMap((page) => blocksOf(page)).flatMap((block) =>
    documentsOf(block).map((text) => ({ name: placeOf(block), text })),
  ),
  ...examples(undefined).map(({ title, query }) => ({ name: `GraphiQL, ${title}`, text: query })),
];

function documentsOf({ language, text }: Block): readonly string[] {
  if (language === "graphql") return [text];
  return language === "sh" && text.includes("curl ") ? sentBy(text) : [];
}

/** The request that a shell block would post: bash reads its quotes, with a curl that only tells what it is given. */
function sentBy(block: string): readonly string[] {
  const script = `
    node() { echo x; }
    curl() { while [ $# -gt 0 ]; do if [ "$1" = -d ]; then printf '%s\\n' "$2" >&3; fi; shift; done; }
    ${block}`;
  const { output } = spawnSync("bash", ["-c", script], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  const lines = (output[3] ?? "").split("\n").filter((line) => line !== "");
  return lines.map((line) => (JSON.parse(line) as { query: string }).query);
}
