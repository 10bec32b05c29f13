import ipaddr from "ipaddr.js";
import { err, ok, type Result } from "../../kernel/result.ts";

/** An IPv4 or IPv6 network in CIDR notation (RFC 4632, RFC 4291), in its one canonical spelling. */
export type Network = string & { readonly __id: "network" };

/** A shape that leaves no room for octal, hexadecimal, short or zoned addresses, which parsers read differently. */
const CIDR = /^([0-9a-fA-F.:]{2,45})\/(0|[1-9]\d{0,2})$/;
const MAPPED_BITS = 96;

/** Reads a network; bits behind the prefix are cleared, and one of IPv4-mapped addresses becomes an IPv4 network. */
export function parseNetwork(text: string): Result<Network, "NOT_A_NETWORK"> {
  const [, address = "", length = ""] = CIDR.exec(text) ?? [];
  const bits = Number(length);
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    return bits <= 32 ? ok(canonical(ipaddr.IPv4.networkAddressFromCIDR(text), bits)) : err("NOT_A_NETWORK");
  }
  if (!address.includes(":") || !ipaddr.IPv6.isValid(address) || bits > 128) return err("NOT_A_NETWORK");
  const network = ipaddr.IPv6.networkAddressFromCIDR(text);
  if (bits < MAPPED_BITS || !network.isIPv4MappedAddress()) return ok(canonical(network, bits));
  return ok(canonical(network.toIPv4Address(), bits - MAPPED_BITS));
}

/** Whether an address lies in one of the networks. An address that cannot be read lies in none. */
export function isInside(address: string, networks: readonly Network[]): boolean {
  // `isValid` alone would read "127.1" and octal forms as well.
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return false;
  const caller = ipaddr.process(address);
  return networks.some((network) => {
    const [base, bits] = ipaddr.parseCIDR(network);
    return base.kind() === caller.kind() && caller.match(base, bits);
  });
}

const canonical = (address: { toString: () => string }, bits: number): Network =>
  `${address}/${bits}` as Network;
