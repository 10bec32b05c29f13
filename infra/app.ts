import { readFileSync } from "node:fs";
import { App } from "aws-cdk-lib";
import { addCivigraph } from "./civigraph.ts";
import { refuseCall } from "./refuse-call.ts";

const app = new App();
const { context: known } = JSON.parse(readFileSync(new URL("../cdk.json", import.meta.url), "utf8"));
const wrong = refuseCall({
  context: app.node.getAllContext(),
  known: Object.keys(known),
  environment: process.env,
});
if (wrong) {
  console.error(wrong);
  process.exit(1);
}
addCivigraph(app);
app.synth();
