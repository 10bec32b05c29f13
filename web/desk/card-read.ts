import type { CardReadInput } from "../shared/generated/graphql.ts";

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/**
 * The statement of a reader about a card, in a text of JSON as docs/card-readers.md has it; undefined for any other text. It
 * may stand there under `card`, as `npm run card-read` prints it.
 */
export function cardReadIn(text: string): CardReadInput | undefined {
  const said = parsed(text);
  const read = isFields(said) && isFields(said["card"]) ? said["card"] : said;
  if (!isFields(read)) return undefined;
  const { hall, reader, idNumber, name, readAt, signature } = read;
  return typeof hall === "string" &&
    typeof reader === "string" &&
    typeof idNumber === "string" &&
    typeof name === "string" &&
    typeof readAt === "string" &&
    typeof signature === "string"
    ? { hall, reader, idNumber, name, readAt, signature }
    : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
