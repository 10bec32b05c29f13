import { App } from "aws-cdk-lib";
import { addCivigraph } from "./civigraph.ts";

const app = new App();
addCivigraph(app);
app.synth();
