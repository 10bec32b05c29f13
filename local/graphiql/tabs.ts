/** From examples to what GraphiQL's editors show. Runs in the page; apart from it so that it is type-checked. */

import type { DemoCredentials } from "./demo-credentials.ts";
import { type Example, type ExampleCaller, examples } from "./examples.ts";

/** The texts of the three editors. */
export type Tab = { readonly query: string; readonly variables: string; readonly headers: string };

const CALLERS: Record<ExampleCaller, string> = {
  anonymous: "anonymously",
  citizen: "as the demo citizen",
  officer: "as the demo officer",
  partner: "as the demo partner, with its live key",
};

/** The live key, because the demo city and the demo citizen's consent are in the live tables. */
function credential(as: ExampleCaller, demo: DemoCredentials): string | undefined {
  switch (as) {
    case "anonymous":
      return undefined;
    case "citizen":
      return demo.citizen.token;
    case "officer":
      return demo.officer.token;
    case "partner":
      return demo.partner.live;
  }
}

/** Never empty: to GraphiQL an empty text means the default headers, which sign the citizen in. */
export function headersFor(as: ExampleCaller, demo: DemoCredentials | undefined): string {
  const secret = demo && credential(as, demo);
  return JSON.stringify(secret ? { Authorization: `Bearer ${secret}` } : {}, null, 2);
}

function tab({ title, as, query, variables }: Example, demo: DemoCredentials | undefined): Tab {
  const remark = `# ${title}.\n# Sent ${CALLERS[as]}: see Headers below.\n`;
  return {
    query: `${remark}${query}\n`,
    variables: JSON.stringify(variables, null, 2),
    headers: headersFor(as, demo),
  };
}

export function tabs(demo: DemoCredentials | undefined, now = new Date()): readonly Tab[] {
  return examples(demo, now).map((example) => tab(example, demo));
}
