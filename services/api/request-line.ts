import type { ApolloServerPlugin } from "@apollo/server";
import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode, visit } from "graphql";
import type { Actor } from "../kernel/actor.ts";
import type { LogFields } from "../kernel/process/log.ts";
import { pointsOf } from "./cost.ts";
import type { ErrorCode } from "./errors.ts";
import type { Cost } from "./field-costs.ts";

/**
 * The one line in the log about a request, besides how it was answered. Nothing in it comes from the caller but
 * the operation's name, which is a program's word for what it does: see `tellableName`.
 */
export type RequestNotes = {
  operation?: string;
  /** Names of the schema; what a caller calls them instead (an alias) stays out. */
  rootFields: readonly string[];
  /** Of thrown errors and of refusals that the domain gave as data. */
  readonly codes: Set<string>;
  /** The most that the document takes, as it was weighed before it ran, where it was. */
  cost?: Cost;
};

export const newNotes = (): RequestNotes => ({ rootFields: [], codes: new Set() });

/** Notes what a request asks for, once its document is known to fit the schema. */
export const noteOperation = (notesOf: () => RequestNotes): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, request }) => {
      if (!operation) return; // The document has no operation of the name that was asked for: Apollo says so.
      const notes = notesOf();
      notes.rootFields = rootFieldsOf(document, operation);
      const name = operation.name?.value;
      if (name === undefined) return;
      const headers = request.http?.headers;
      const credentials = [headers?.get("authorization"), headers?.get("x-api-key")];
      const values = [...textsIn(request.variables), ...literalsIn(document), ...textsIn(credentials)];
      notes.operation = tellableName(name, values);
    },
  }),
});

/** The names of what stands at the root, through fragments as well, each once. */
function rootFieldsOf(document: DocumentNode, { selectionSet }: OperationDefinitionNode): readonly string[] {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
  }
  const names = new Set<string>();
  const left = [selectionSet];
  for (let set = left.pop(); set; set = left.pop()) {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) names.add(node.name.value);
      else if (node.kind === Kind.INLINE_FRAGMENT) left.push(node.selectionSet);
      else {
        const spread = fragments.get(node.name.value);
        fragments.delete(node.name.value); // Once is enough, however often it is spread.
        if (spread) left.push(spread);
      }
    }
  }
  return [...names];
}

const NAME_LENGTH_MAX = 64;
/** Words, and a version at the end: an identity number, a telephone, a key or part of a token looks otherwise. */
const WORDS = /^[A-Za-z_]+\d{0,3}$/;
const WITHHELD = "(withheld)";

/**
 * The name of an operation if it can be no datum. Callers may write into it what they like, so one that has anything in
 * common with a value of the same request, or does not look like words, is withheld.
 */
function tellableName(name: string, values: readonly string[]): string {
  const own = name.toLowerCase();
  const isShared = values.some((value) => {
    const other = value.toLowerCase();
    return other.length > 1 && (own.includes(other) || other.includes(own));
  });
  return name.length > NAME_LENGTH_MAX || !WORDS.test(name) || isShared ? WITHHELD : name;
}

/** All texts in a value of JSON, however deep: without recursion, for a caller decides how deep. */
function textsIn(value: unknown): readonly string[] {
  const found: string[] = [];
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === "string") found.push(next);
    else if (typeof next === "object" && next !== null)
      for (const inner of Object.values(next)) left.push(inner);
  }
  return found;
}

function literalsIn(document: DocumentNode): readonly string[] {
  const found: string[] = [];
  const note = ({ value }: { readonly value: string }): void => void found.push(value);
  visit(document, { StringValue: note, EnumValue: note });
  return found;
}

/** Codes of what is our own doing, or of what we rely on. */
const FAULTS: readonly string[] = ["INTERNAL", "OUTCOME_UNKNOWN", "UNAVAILABLE"] satisfies ErrorCode[];

/** The caller, as far as a log may tell; UNKNOWN where a credential did not hold, or nobody asked for it. */
const callerOf = (actor: Actor | undefined): LogFields =>
  actor?.kind === "PARTNER"
    ? { caller: actor.kind, partnerId: actor.id, keyId: actor.keyId }
    : { caller: actor?.kind ?? "UNKNOWN" };

/** In points, as partners are told, and what of the database it takes at most, to be held against what it took. */
const weighed = (cost: Cost): LogFields => ({
  ...{ cost: pointsOf(cost), callsAtMost: Math.ceil(cost.calls), writeUnitsAtMost: Math.ceil(cost.writes) },
});

/**
 * The fields of the line, with CloudWatch's embedded metric format in them: its agent makes metrics of the line itself,
 * by the kind of caller, so that a request costs neither a call nor a second line.
 */
export function requestFields(
  notes: RequestNotes,
  actor: Actor | undefined,
  at: { readonly epochMs: number; readonly namespace: string },
): LogFields {
  const codes = [...notes.codes];
  const one = (isSo: boolean): number => (isSo ? 1 : 0);
  const metrics = {
    Requests: 1,
    Refusals: one(codes.some((code) => !FAULTS.includes(code))),
    Forbidden: one(codes.includes("FORBIDDEN")),
    Faults: one(codes.some((code) => FAULTS.includes(code))),
  };
  return {
    ...(notes.operation ? { operation: notes.operation } : {}),
    rootFields: notes.rootFields,
    ...callerOf(actor),
    codes,
    ...(notes.cost ? weighed(notes.cost) : {}),
    ...metrics,
    _aws: {
      Timestamp: at.epochMs,
      CloudWatchMetrics: [
        {
          Namespace: at.namespace,
          Dimensions: [["caller"]],
          Metrics: Object.keys(metrics).map((Name) => ({ Name, Unit: "Count" })),
        },
      ],
    },
  };
}
