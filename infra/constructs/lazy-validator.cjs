/**
 * Stands in the bundles for ajv, which it loads when somebody first judges a form: its 60 modules are 5 ms of a cold start,
 * and most requests judge none.
 */
const load = () => require("../../node_modules/ajv/dist/2020.js");

for (const name of ["_", "Ajv2020"])
  Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });
