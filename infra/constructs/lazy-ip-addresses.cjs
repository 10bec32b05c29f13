/**
 * Stands in the bundles for ipaddr.js, which it loads when somebody first asks for a network: most keys of partners are bound to
 * none. `parse` is for `process`, which finds it beside itself.
 */
const load = () => require("../../node_modules/ipaddr.js/lib/ipaddr.js");

for (const name of ["IPv4", "IPv6", "parse", "parseCIDR", "process"])
  Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });
