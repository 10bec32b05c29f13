import { recordDemoEnterprises } from "../../local/demo/enterprises.ts";
import type { DemoFiles } from "../../local/demo/filing.ts";
import type { DemoWrites } from "../../local/demo/onboard.ts";
import { publishDemoItems } from "../../local/demo/service-items.ts";
import { editorOf } from "../government/catalogue/items.ts";
import { startPlatform, type TestPlatform } from "../support/platform.ts";

/** A platform with the demo city's items and enterprises, and no case in it yet. */
export async function startDemoCity(): Promise<TestPlatform> {
  const platform = await startPlatform();
  const editor = editorOf({ regionPrefix: "11" });
  await publishDemoItems(editor, platform.context(editor));
  await recordDemoEnterprises(filling(platform).writes);
  return platform;
}

/** The cases with which `npm start` fills the city. */
export function filling({ ports, clock, context, database, send }: TestPlatform): {
  readonly writes: DemoWrites;
  readonly files: DemoFiles;
} {
  return {
    writes: { ...context(editorOf()), log: ports.log, open: database, now: clock.now() },
    files: { files: ports.files, send },
  };
}
