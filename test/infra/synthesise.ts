import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { addCivigraph } from "../../infra/civigraph.ts";
import { STAGES, type Stage } from "../../infra/stages.ts";

export type Resource = {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
};

export type Synthesised = {
  readonly outdir: string;
  /** The names of all, sorted. */
  readonly stacks: () => readonly string[];
  readonly template: (stack: string) => Template;
  readonly resources: (stack: string, type: string) => Readonly<Record<string, Resource>>;
};

/** The app with the settings of cdk.json. Functions are bundled for `bundledStacks` only, because it takes time. */
export function newApp(outdir: string, bundledStacks: readonly string[] = []): App {
  const { context } = JSON.parse(readFileSync(new URL("../../cdk.json", import.meta.url), "utf8"));
  return new App({ outdir, context: { ...context, "aws:cdk:bundling-stacks": bundledStacks } });
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "civigraph-synth-"));

/** Synthesises all stacks of some stages into a folder, which is the caller's to remove. */
export function synthesise(
  outdir: string,
  bundledStacks: readonly string[] = [],
  stages: readonly Stage[] = STAGES,
): Synthesised {
  const app = newApp(outdir, bundledStacks);
  addCivigraph(app, stages);
  app.synth();
  return synthesisedIn(outdir);
}

/** The stacks that were synthesised into a folder before. */
export function synthesisedIn(outdir: string): Synthesised {
  const template = (stack: string): Template =>
    Template.fromJSON(JSON.parse(readFileSync(join(outdir, `${stack}.template.json`), "utf8")));
  return {
    outdir,
    stacks: () =>
      readdirSync(outdir)
        .flatMap((file) => /^(civigraph-.*)\.template\.json$/.exec(file)?.[1] ?? [])
        .sort(),
    template,
    resources: (stack, type) => template(stack).findResources(type) as Record<string, Resource>,
  };
}

/** The one resource of a type; throws where there are more or none. */
export function only(resources: Readonly<Record<string, Resource>>): Resource {
  const [resource, ...more] = Object.values(resources);
  if (!resource || more.length > 0)
    throw new Error(`${Object.keys(resources).length} resources instead of one`);
  return resource;
}
