/**
 * Stands in the bundles for the engine of rules, which it loads when somebody first asks a rule: most calls of a function ask
 * none.
 */
const load = () => require("../../node_modules/json-logic-engine/dist/cjs/index.js");

Object.defineProperty(exports, "LogicEngine", { enumerable: true, get: () => load().LogicEngine });
