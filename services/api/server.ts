import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestListener,
  type GraphQLResponse,
  HeaderMap,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type ValidationContext,
  visit,
} from "graphql";
import { ANONYMOUS } from "../kernel/actor.ts";
import { describeFault } from "../kernel/fault.ts";
import type { Log } from "../kernel/process/log.ts";
import { checkOperation } from "./check-operation.ts";
import type { Context } from "./context.ts";
import { described } from "./described.ts";
import { badInput, isUnforeseen, PlatformError, present, withoutSuggestion } from "./errors.ts";
import type { Cost } from "./field-costs.ts";
import { documentLimits, LIMITS } from "./limits.ts";
import { refuseNullVariables } from "./null-arguments.ts";
import { type Prefetches, warm } from "./prefetch.ts";
import { noteOperation } from "./request-line.ts";
import { type RequestScope, requestScope } from "./request-scope.ts";
import { type RefusedField, rootAccess } from "./root-access.ts";

export function createServer(
  schema: GraphQLSchema,
  prefetches: readonly Prefetches[],
  log: Log,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true, // Refused to anonymous callers below.
    allowBatchedHttpRequests: false,
    // No cookie signs anybody in, so a page of another site can have a browser send no more than anonymous reads; and
    // clients such as urql ask by GET, without a header that only a script could add.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: LIMITS.TOKENS_MAX },
    validationRules: [documentLimits, knownOperation],
    validationOptions: { maxErrors: LIMITS.ERRORS_MAX },
    nodeEnv: "production",
    formatError: (formatted, error) => {
      const scope = requestScope();
      if (isUnforeseen(formatted, error))
        log("ERROR", "fault", { requestId: scope.requestId, cause: describeFault(causeOf(error)) });
      return show(formatted, error, scope);
    },
    plugins: [
      noteOperation(() => requestScope().notes),
      authenticateFirst(schema, prefetches),
      boundErrors,
      suggestToKnown,
      recordAccess,
      ApolloServerPluginLandingPageDisabled(),
      // For a gateway in front of several servers.
      ApolloServerPluginInlineTraceDisabled(),
      // Every answer is for its caller alone and says no-store; the plugin would weigh each field for nothing.
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}

/** A kind of operation that the schema does not have; without this rule, execution would take it for a fault. */
const knownOperation = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition: ({ operation }) => {
    if (!context.getSchema().getRootType(operation))
      context.reportError(badInput("NO_SUCH_OPERATION", { operation }));
  },
});

/**
 * No resolver runs before the caller is known, nor one of a mutation before the caller may have all of its root fields;
 * a credential that does not hold refuses the whole request.
 */
function authenticateFirst(
  schema: GraphQLSchema,
  prefetches: readonly Prefetches[],
): ApolloServerPlugin<Context> {
  const findRefused = rootAccess(schema);
  const started = async (): Promise<GraphQLRequestListener<Context>> => {
    let refused: readonly RefusedField[] = [];
    return {
      didResolveOperation: async ({ contextValue, document, operation, request }) => {
        const { authentication } = contextValue;
        const variables = request.variables ?? {};
        const { notes } = requestScope();
        const note = (cost: Cost): void => {
          notes.cost = cost;
        };
        const problem = refusalOf(() => checkOperation(schema, { document, operation, variables }, note));
        // A caller who is known or refused without a read leaves nothing to warm up meanwhile; a refused key reads
        // nothing.
        if (!problem && !(await isSettled(authentication)))
          warm(schema, operation, variables, prefetches, contextValue);
        const actor = await authentication;
        if (problem) throw problem;
        if (asksForSchema(document)) {
          if (actor.kind === "ANONYMOUS")
            throw new PlatformError("UNAUTHENTICATED", "FORBIDDEN_INTROSPECTION");
          await described(schema);
        }
        if (!operation) return;
        refuseNullVariables(schema, document, operation, variables);
        refused = findRefused({ document, operation, variables }, contextValue);
        const unknown = refused.find(({ error }) => error.code === "UNAUTHENTICATED");
        if (unknown) throw unknown.error;
      },
      responseForOperation: async () => (refused.length > 0 ? refusedWhole(refused) : null),
    };
  };
  return { requestDidStart: started };
}

/** An error as its caller sees it; the request's line tells its code. */
function show(formatted: GraphQLFormattedError, error: unknown, scope: RequestScope): GraphQLFormattedError {
  const shown = present(formatted, error, scope);
  scope.notes.codes.add(String(shown.extensions?.["code"]));
  return shown;
}

/** Nothing has run: there is no answer of any field, and an error for each that is refused. */
function refusedWhole(refused: readonly RefusedField[]): GraphQLResponse {
  const errors = refused.map(({ key, error }) => {
    const { message, extensions } = error;
    return show({ message, extensions, path: [key] }, error, requestScope());
  });
  return {
    http: { headers: new HeaderMap() },
    body: { kind: "single", singleResult: { data: null, errors: errors.slice(0, LIMITS.ERRORS_MAX) } },
  };
}

/** Kept until the caller is known: a credential that does not hold is what is said first. */
function refusalOf(check: () => void): GraphQLError | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const note = (): void => {
    settled = true;
  };
  promise.then(note, note);
  await Promise.resolve(); // `note` stands before this in the queue if it stands there at all.
  return settled;
}

function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === "__schema" || name.value === "__type") found = true;
    },
  });
  return found;
}

const boundErrors: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== "single") return;
      const { errors } = response.body.singleResult;
      if (errors && errors.length > LIMITS.ERRORS_MAX) {
        response.body.singleResult.errors = errors.slice(0, LIMITS.ERRORS_MAX);
      }
    },
  }),
};

/**
 * Only callers whose credential holds are helped with names of the schema. A document that does not fit the schema is
 * answered while the caller is still being authenticated, so the answer waits for that.
 */
const suggestToKnown: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue }) => {
      if (response.body.kind !== "single" || !response.body.singleResult.errors) return;
      const actor = await contextValue.authentication.catch(() => ANONYMOUS);
      if (actor.kind !== "ANONYMOUS") return;
      const { singleResult } = response.body;
      if (singleResult.errors) singleResult.errors = singleResult.errors.map(withoutSuggestion);
    },
  }),
};

/** Nothing of a person's data leaves before it is on record who reads it. */
const recordAccess: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue }) => {
      await contextValue.accessLog.write();
      // A document that fails validation is answered while the caller is still being authenticated.
      await contextValue.authentication.catch(() => undefined);
      await Promise.all(contextValue.unfinished);
    },
  }),
};

/** graphql wraps what a resolver throws. */
const causeOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? error.originalError : error;
