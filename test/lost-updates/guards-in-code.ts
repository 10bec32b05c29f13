import type { SourceFile } from "../support/architecture/source-file.ts";

/** Whether a write has to find nothing in its record's place, or a record as it was read. */
export type GuardKind = "new" | "over";

/** `services/…/store.ts putThing new`: a write that the database refuses where its condition does not hold. */
export type GuardName = `${string} ${string} ${GuardKind}`;

/** How requests are put together; no record of its own is written there. */
const NO_STORE = "services/kernel/database/";

const DECLARATION = /^(export )?(?:async )?(?:function|const) (\w+)/;
/**
 * A condition as toolbox is told it, as DynamoDB's own expression, or as the kernel makes it for a revision: it is
 * both.
 */
const NEW = /"pk"(?: as const)?, exists: false|attribute_not_exists\((?:pk|#\w+)\)|\boverRevision\(/;
const OVER = /\b(?:eq|lte): |exists: true|attribute_exists\(|[\w}] (?:=|<|>|>=|<=) :\w|\boverRevision\(/;

type Block = { readonly name: string; readonly isExported: boolean; readonly text: string };

/** The conditions of all stores' writes, by the functions that make these writes. */
export const guardsIn = (files: readonly SourceFile[]): readonly GuardName[] =>
  files
    .filter(({ path }) => path.startsWith("services/") && !path.startsWith(NO_STORE))
    .flatMap(({ path, text }) => guardsOf(path, blocksOf(text)));

function guardsOf(path: string, blocks: readonly Block[]): readonly GuardName[] {
  const parts = blocks.filter((block) => isPart(block));
  return blocks.flatMap((block): GuardName[] => {
    if (isPart(block)) return [];
    const used = parts.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(block.text));
    const code = [block, ...used].map(({ text }) => withoutUpdates(text)).join("\n");
    return [
      ...(NEW.test(code) ? [`${path} ${block.name} new` as const] : []),
      ...(OVER.test(code) ? [`${path} ${block.name} over` as const] : []),
    ];
  });
}

/** A condition that has a name of its own belongs to the writes that use it. */
const isPart = ({ isExported, text }: Block): boolean =>
  !isExported && (NEW.test(text) || OVER.test(text)) && !text.includes("TransactItem");

function blocksOf(text: string): readonly Block[] {
  const blocks: { name: string; isExported: boolean; lines: string[] }[] = [];
  for (const line of text.replaceAll(/\/\*[\s\S]*?\*\//g, "").split("\n")) {
    const [found, exported, name] = DECLARATION.exec(line) ?? [];
    if (found) blocks.push({ name: String(name), isExported: exported !== undefined, lines: [] });
    blocks.at(-1)?.lines.push(line);
  }
  return blocks.map(({ lines, ...block }) => ({ ...block, text: lines.join("\n") }));
}

/** Neither a write's action nor a search's filter is a condition: `"SET a = :b"`, `", c = :d"`. */
const withoutUpdates = (code: string): string =>
  code.replaceAll(/(?:(?<=[?:] )"(?=, )|["`](?=(?:SET|ADD|REMOVE) ))[^"`]+["`]|FilterExpression: .*/g, `""`);
