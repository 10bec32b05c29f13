import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { Kind, parse, print, type SelectionSetNode, visit } from "graphql";
import { examples } from "../../local/graphiql/examples.ts";

/** A document as somebody would send it, and where it stands. */
export type ExampleDocument = { readonly name: string; readonly text: string };

const ROOT = new URL("../../", import.meta.url);
const PAGES = ["README.md", ...readdirSync(new URL("docs", ROOT)).map((file) => `docs/${file}`)];

/** Every document of the README, of the pages under docs and of GraphiQL's tabs. */
export const exampleDocuments = (): readonly ExampleDocument[] => [
  ...PAGES.filter((page) => page.endsWith(".md")).flatMap(documentsOf),
  ...examples(undefined).map(({ title, query }) => ({ name: `GraphiQL, ${title}`, text: query })),
];

function documentsOf(page: string): ExampleDocument[] {
  const text = readFileSync(new URL(page, ROOT), "utf8");
  const blocks = [...text.matchAll(/^ *```(sh|graphql)\n([\s\S]*?)^ *```$/gm)];
  const documents = blocks.flatMap(([, kind, block = ""]) => (kind === "sh" ? sentBy(block) : [block]));
  return documents.map((document, i) => ({ name: `${page}, document ${i + 1}`, text: document }));
}

/** What a shell block would post: bash reads its quotes, with a curl that only tells what it is given. */
function sentBy(block: string): string[] {
  if (!block.includes("curl ")) return [];
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

/** As Apollo Client and urql send it: with `__typename` in every selection set but an operation's own. */
export function withTypenames(text: string): string {
  const isTypename = (node: SelectionSetNode["selections"][number]): boolean =>
    node.kind === Kind.FIELD && node.name.value === "__typename" && !node.alias;
  return print(
    visit(parse(text), {
      SelectionSet: {
        leave: (set, _, parent) => {
          const isOperation = parent && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION;
          if (isOperation || set.selections.some(isTypename)) return undefined;
          const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } } as const;
          return { ...set, selections: [...set.selections, typename] };
        },
      },
    }),
  );
}
