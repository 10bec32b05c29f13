import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  type SelectionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
  type ValidationContext,
} from "graphql";
import { limitExceeded } from "./errors.ts";

/** Bounds on a request, each in its own unit. docs/partners.md lists them. */
export const LIMITS = {
  BODY_BYTES_MAX: 256 * 1024,
  TOKENS_MAX: 4_000,
  /** Brackets within brackets, of any kind. */
  NESTING_MAX: 64,
  DEPTH_MAX: 12,
  ALIASES_MAX: 30,
  ROOT_FIELDS_MAX: 20,
  DIRECTIVES_MAX: 20,
  ERRORS_MAX: 20,
} as const;

const OPENING: readonly TokenKind[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const CLOSING: readonly TokenKind[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

export type BrokenLimit = { readonly limit: string; readonly max: number };

/**
 * The limit that a document breaks before it is parsed: too long, or nested so deeply that parsing or validating it
 * could run out of stack, because graphql does both by recursion. The parser will tell if it is no GraphQL at all.
 */
export function brokenLimit(text: string): BrokenLimit | undefined {
  const lexer = new Lexer(new Source(text));
  let nesting = 0;
  for (let tokens = 0; ; tokens += 1) {
    const kind = nextKind(lexer);
    if (kind === undefined || kind === TokenKind.EOF) return undefined;
    if (tokens >= LIMITS.TOKENS_MAX) return { limit: "tokens", max: LIMITS.TOKENS_MAX };
    if (OPENING.includes(kind)) nesting += 1;
    if (CLOSING.includes(kind)) nesting -= 1;
    if (nesting > LIMITS.NESTING_MAX) return { limit: "nesting", max: LIMITS.NESTING_MAX };
  }
}

function nextKind(lexer: Lexer): TokenKind | undefined {
  try {
    return lexer.advance().kind;
  } catch {
    return undefined;
  }
}

/** `fields` are those of the selection itself, not of what they lead to. */
type Counts = { depth: number; aliases: number; directives: number; fields: number };

/**
 * A validation rule that counts each operation as it would be executed, fragments spread out. A fragment is counted
 * once and its counts are added wherever it is spread, so a document of nested fragments cannot make this slow.
 */
export function documentLimits(context: ValidationContext): ASTVisitor {
  return {
    Document: (document: DocumentNode) => {
      const count = counter(document);
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        const { depth, aliases, directives, fields } = count(definition.selectionSet);
        const found: readonly [string, number, number][] = [
          ["depth", depth, LIMITS.DEPTH_MAX],
          ["aliases", aliases, LIMITS.ALIASES_MAX],
          ["root fields", fields, LIMITS.ROOT_FIELDS_MAX],
          ["directives", directives + (definition.directives?.length ?? 0), LIMITS.DIRECTIVES_MAX],
        ];
        for (const [limit, value, max] of found)
          if (value > max) context.reportError(limitExceeded(limit, max));
      }
    },
  };
}

const isPlainTypename = (node: SelectionNode): boolean =>
  node.kind === Kind.FIELD && node.name.value === "__typename" && !node.alias;

function counter(document: DocumentNode): (set: SelectionSetNode) => Counts {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, Counts>();
  const none: Counts = { depth: 0, aliases: 0, directives: 0, fields: 0 };

  const ofFragment = (name: string): Counts => {
    const counted = known.get(name);
    if (counted) return counted;
    known.set(name, none); // A cycle is another rule's business; here it only has to end.
    const fragment = fragments.get(name);
    const counts = fragment ? ofSet(fragment.selectionSet) : none;
    known.set(name, counts);
    return counts;
  };

  const ofSet = (set: SelectionSetNode): Counts => {
    const total: Counts = { depth: 0, aliases: 0, directives: 0, fields: 0 };
    let isNamed = false;
    for (const node of set.selections) {
      total.directives += node.directives?.length ?? 0;
      // Ordinary clients add it to every selection set, and it reads nothing; a second one is only there to cost.
      if (!isNamed && isPlainTypename(node)) {
        isNamed = true;
        continue;
      }
      let inner = none;
      if (node.kind === Kind.FRAGMENT_SPREAD) inner = ofFragment(node.name.value);
      else if (node.selectionSet) inner = ofSet(node.selectionSet);
      // The standard introspection query is deep by nature; graphql's own rule bounds it.
      if (node.kind === Kind.FIELD && (node.name.value === "__schema" || node.name.value === "__type"))
        inner = { ...inner, depth: 0 };
      if (node.kind === Kind.FIELD && (node.alias || node.name.value === "__typename")) total.aliases += 1;
      total.depth = Math.max(total.depth, inner.depth + (node.kind === Kind.FIELD ? 1 : 0));
      total.aliases += inner.aliases;
      total.directives += inner.directives;
      total.fields += node.kind === Kind.FIELD ? 1 : inner.fields;
    }
    return total;
  };
  return ofSet;
}
