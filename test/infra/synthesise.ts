import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { addCivigraph } from "../../infra/civigraph.ts";

export type Resource = {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
};

export type Synthesised = {
  readonly app: App;
  readonly outdir: string;
  readonly template: (stack: string) => Template;
  readonly resources: (stack: string, type: string) => Readonly<Record<string, Resource>>;
  readonly remove: () => void;
};

/** The app with the settings of cdk.json. Functions are bundled for `bundledStacks` only, because it takes time. */
export function newApp(outdir: string, bundledStacks: readonly string[] = []): App {
  const { context } = JSON.parse(readFileSync(new URL("../../cdk.json", import.meta.url), "utf8"));
  return new App({ outdir, context: { ...context, "aws:cdk:bundling-stacks": bundledStacks } });
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "civigraph-synth-"));

export function synthesise(bundledStacks: readonly string[] = []): Synthesised {
  const outdir = temporaryFolder();
  const app = newApp(outdir, bundledStacks);
  addCivigraph(app);
  const assembly = app.synth();
  const template = (stack: string): Template => Template.fromJSON(assembly.getStackByName(stack).template);
  return {
    app,
    outdir,
    template,
    resources: (stack, type) => template(stack).findResources(type) as Record<string, Resource>,
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  };
}

/** The one resource of a type; throws where there are more or none. */
export function only(resources: Readonly<Record<string, Resource>>): Resource {
  const [resource, ...more] = Object.values(resources);
  if (!resource || more.length > 0)
    throw new Error(`${Object.keys(resources).length} resources instead of one`);
  return resource;
}
