import type { GraphiqlPage } from "./graphiql/serve.ts";
import type { WebPages } from "./web/serve.ts";

/** Builds what browsers are given beside the platform, which answers meanwhile: the front-ends first, then GraphiQL. */
export function preparePages(web: WebPages, graphiql: GraphiqlPage, portal: string): void {
  if (!web.areBuilt()) console.log("The front-ends' pages are being built.");
  void prepareInTurn(web, graphiql, portal);
}

async function prepareInTurn(web: WebPages, graphiql: GraphiqlPage, portal: string): Promise<void> {
  try {
    const how = await web.prepare();
    if (how === "stopped") return;
    if (how === "built") console.log(`The front-ends' pages are ready: ${portal}`);
  } catch (error) {
    console.error(`The front-ends' pages could not be built: ${String(error)}`);
  }
  await graphiql
    .prepare()
    .catch((error: unknown) => console.error(`GraphiQL could not be bundled: ${String(error)}`));
}
