import type { DemoCredentials } from "./demo-credentials.ts";

/** The only way out of a script element is `</script`, or `<!--` followed by `<script`; none without a `<`. */
function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/**
 * The page of GraphiQL. Without credentials of a demo city it is for a key of one's own, and keeps nothing.
 *
 * @param assets The address below which the bundle lies. The bundle's key is in it, so that browsers keep it for good and notice a
 *   new one at once.
 */
export function html(demo: DemoCredentials | undefined, assets: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>GraphiQL – civigraph</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets}/page.css">
<style>html, body, #graphiql { height: 100%; margin: 0; overflow: hidden; }</style>
</head>
<body>
<div id="graphiql">Loading GraphiQL …</div>
<noscript>GraphiQL needs JavaScript; the API is at /graphql.</noscript>
<script id="demo" type="application/json">${jsonForScript(demo ?? null)}</script>
<script type="module" src="${assets}/page.js"></script>
</body>
</html>
`;
}
