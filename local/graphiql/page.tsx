/**
 * GraphiQL in the browser. Outside tsconfig.json, which knows neither the DOM nor React's types: what can be
 * wrong here without being seen at once belongs into tabs.ts.
 */
import { GraphiQL } from "graphiql";
import { getIntrospectionQuery } from "graphql";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import type { DemoCredentials } from "./demo-credentials.ts";
import { credentialIn, OWN_KEY } from "./own-key.ts";
import { headersFor, tabs } from "./tabs.ts";

const demo: DemoCredentials | undefined =
  JSON.parse(document.getElementById("demo")?.textContent ?? "null") ?? undefined;

/** Of the endpoint only the path, so that the page works under each of the server's names (CSP: self). */
const endpoint = new URL(demo?.endpoint ?? "/graphql", location.href).pathname;

const WORKERS: Record<string, string> = { json: "json.worker.js", graphql: "graphql.worker.js" };

globalThis.MonacoEnvironment = {
  getWorker(_id: string, label: string): Worker {
    return new Worker(new URL(WORKERS[label] ?? "editor.worker.js", import.meta.url), { type: "module" });
  },
};

/** The schema is not for anonymous callers, and must appear also where a tab's token has expired: a key's does not. */
const introspectionHeaders = demo && { Authorization: `Bearer ${demo.partner.test}` };

async function fetcher(
  params: { operationName?: string },
  options?: { headers?: Record<string, string> },
): Promise<unknown> {
  const isIntrospection = params.operationName === "IntrospectionQuery";
  const headers = (isIntrospection && introspectionHeaders) || options?.headers;
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", ...headers },
    body: JSON.stringify(params),
  });
  return response.json();
}

/**
 * GraphiQL keeps its tabs across reloads, tokens included. Tabs made with other credentials, by an earlier
 * start of the server, or from other examples give way to new ones.
 */
function startsAfresh(made: string): boolean {
  if (localStorage.getItem("civigraph:tabs") !== made) {
    for (const key of ["tabState", "query", "variables", "headers"])
      localStorage.removeItem(`graphiql:${key}`);
    localStorage.setItem("civigraph:tabs", made);
  }
  return localStorage.getItem("graphiql:tabState") === null;
}

/** As `GRAPHIQL_THAT_FORGETS` of infra/page-serving.ts has it: for a key that is pasted into the headers. */
const forgets = !demo || location.hash === "#forgets";
// A page that is open already and keeps its tabs must not go on keeping them under this address.
addEventListener("hashchange", () => location.reload());

/** In the place of the browser's own store, where what is written would outlive the window. */
function storeInMemory() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

const ownKey = { initialQuery: OWN_KEY.query, initialHeaders: OWN_KEY.headers };

const defaultTabs = forgets ? [OWN_KEY] : tabs(demo);
const [first] = defaultTabs;
// GraphiQL fills its editors from the first of the default tabs with the query only.
const initial =
  first && !forgets && startsAfresh(JSON.stringify(defaultTabs))
    ? { initialQuery: first.query, initialVariables: first.variables, initialHeaders: first.headers }
    : {};

const root = document.getElementById("graphiql");
if (!root) throw new Error("The page has no element with the id graphiql");
/** Without a demo city the schema is asked for with the key, once one is pasted. */
function Page() {
  const [headers, setHeaders] = useState("");
  const schema = useSchema(headers);
  return (
    <GraphiQL
      {...(demo ? {} : { schema, onEditHeaders: setHeaders })}
      fetcher={fetcher}
      defaultTabs={defaultTabs}
      defaultHeaders={forgets ? OWN_KEY.headers : headersFor("citizen", demo)}
      defaultEditorToolsVisibility="headers"
      shouldPersistHeaders={!forgets}
      {...(forgets ? { storage: storeInMemory(), ...ownKey } : {})}
      {...initial}
    >
      <GraphiQL.Logo>civigraph</GraphiQL.Logo>
    </GraphiQL>
  );
}

const TYPED_MS = 500;

/** The schema as these headers' caller is told it; null while it is not known. */
function useSchema(written: string) {
  const [schema, setSchema] = useState(null);
  useEffect(() => {
    const headers = credentialIn(written);
    if (demo || !headers) return undefined;
    let isLeft = false;
    const timer = setTimeout(async () => {
      const params = { query: getIntrospectionQuery(), operationName: "IntrospectionQuery" };
      const { data } = (await fetcher(params, { headers })) as { data?: typeof schema };
      if (data && !isLeft) setSchema(data);
    }, TYPED_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [written]);
  return schema;
}

createRoot(root).render(<Page />);
