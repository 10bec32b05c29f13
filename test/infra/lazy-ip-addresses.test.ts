import { createRequire } from "node:module";
import ipaddr from "ipaddr.js";
import { expect, it } from "vitest";

const require = createRequire(import.meta.url);
const late: typeof ipaddr = require("../../infra/constructs/lazy-ip-addresses.cjs");

it.each(["10.1.2.3", "::ffff:10.1.2.3", "2001:db8::1", "fe80::1"])(
  "what stands in the bundle for ipaddr.js reads %s as that does",
  (address) => {
    const read = (library: typeof ipaddr) => [
      library.IPv4.isValidFourPartDecimal(address),
      library.IPv6.isValid(address),
      library.process(address).toString(),
      library.parseCIDR(`${address}/24`).toString(),
    ];
    expect(read(late)).toEqual(read(ipaddr));
  },
);
