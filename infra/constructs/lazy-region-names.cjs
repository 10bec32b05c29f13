/**
 * Stands in the bundles for the names of all regions, which it loads when somebody first asks for one: most calls of a function
 * ask for none.
 */
const load = () => require("../../services/field/region-names.ts");

Object.defineProperty(exports, "REGION_NAMES", { enumerable: true, get: () => load().REGION_NAMES });
