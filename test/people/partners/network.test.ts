import { describe, expect, it } from "vitest";
import { isInside, parseNetwork } from "../../../services/people/partners/network.ts";
import { must } from "../../support/must.ts";

const inside = (address: string, ...networks: string[]): boolean =>
  isInside(
    address,
    networks.map((text) => must(parseNetwork(text))),
  );

describe("a network in CIDR notation", () => {
  it.each([
    ["203.0.113.0/24", "203.0.113.0/24"],
    ["203.0.113.77/24", "203.0.113.0/24"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["203.0.113.7/32", "203.0.113.7/32"],
    ["2001:DB8::/32", "2001:db8::/32"],
    ["2001:db8:1:2:3:4:5:6/64", "2001:db8:1:2::/64"],
    ["::1/128", "::1/128"],
    ["::/0", "::/0"],
    ["::ffff:203.0.113.0/120", "203.0.113.0/24"],
    ["::ffff:cb00:7100/128", "203.0.113.0/32"],
  ])("%s is kept as %s", (text, network) => {
    expect(parseNetwork(text)).toEqual({ ok: true, value: network });
  });

  it.each([
    "",
    "/",
    "203.0.113.0",
    "203.0.113.0/",
    "203.0.113.0/33",
    "203.0.113.0/-1",
    "203.0.113.0/08",
    "203.0.113.256/24",
    "203.0.113/24",
    "0x7f.0.0.1/8",
    "010.0.0.0/8",
    "2130706433/8",
    "2001:db8::/129",
    "2001:db8:::/32",
    "fe80::1%eth0/64",
    "2001:db8::",
    " 10.0.0.0/8",
    "10.0.0.0/8\n",
    "example.org/24",
  ])("%j is refused", (text) => {
    expect(parseNetwork(text)).toEqual({ ok: false, error: "NOT_A_NETWORK" });
  });
});

describe("an address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.0/24", true],
    ["203.0.114.7", "203.0.113.0/24", false],
    ["::ffff:203.0.113.7", "203.0.113.0/24", true],
    ["::ffff:cb00:7107", "203.0.113.0/24", true],
    ["203.0.113.7", "::ffff:203.0.113.0/120", true],
    ["2001:db8::7", "2001:db8::/32", true],
    ["2001:db9::7", "2001:db8::/32", false],
    ["203.0.113.7", "2001:db8::/32", false],
    ["2001:db8::7", "0.0.0.0/0", false],
    ["203.0.113.7", "::/0", false],
    ["", "0.0.0.0/0", false],
    ["127.1", "0.0.0.0/0", false],
    ["unknown", "::/0", false],
  ])("%j and %s: %s", (address, network, expected) => {
    expect(inside(address, network)).toBe(expected);
  });

  it("is inside where one network of several holds it", () => {
    expect(inside("198.51.100.9", "2001:db8::/32", "203.0.113.0/24", "198.51.100.0/24")).toBe(true);
    expect(inside("198.51.100.9")).toBe(false);
  });
});
