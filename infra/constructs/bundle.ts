import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { AssetHashType, DockerImage } from "aws-cdk-lib";
import { type AssetCode, Code } from "aws-cdk-lib/aws-lambda";

const PROJECT = join(import.meta.dirname, "../..");

/**
 * One minified file with all that it needs, built by the esbuild of this repository: no Docker, no installation. Beside it
 * its map, without the sources: Node does not know of it, and services/kernel/fault.ts reads it at the first fault.
 */
export const bundle = (entry: string): AssetCode =>
  Code.fromAsset(PROJECT, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry("none"),
      // Nobody runs it: by it the CDK tells apart what it has bundled already.
      command: [entry],
      local: {
        tryBundle: (folder) => {
          const command = [join(import.meta.dirname, "build-bundle.ts"), entry, folder];
          execFileSync(process.execPath, command, { stdio: "inherit" });
          return true;
        },
      },
    },
  });
