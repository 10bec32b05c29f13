import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../generated/fragment-masking.ts";
import { graphql } from "../generated/gql.ts";
import type { Text } from "../texts/text.ts";

const FRAGMENT = graphql(`
  fragment PlaceFacts on RemedyPlace {
    name {
      zh
      en
    }
    address {
      zh
      en
    }
    telephone
    online
  }
`);

const TEXTS = {
  at: { zh: "机关", en: "At" },
  address: { zh: "地址", en: "Address" },
  telephone: { zh: "电话", en: "Telephone" },
  online: { zh: "网上提交", en: "Online" },
  unknown: {
    zh: "尚未登记，请向该机关或拨打 12345 查询。",
    en: "Not stated here; ask that authority, or 12345.",
  },
} satisfies Record<string, Text>;

type Speaker = {
  readonly say: (text: Text) => string;
  /** Reconsideration has to have an online channel where a decision is served online: it says where none is known. */
  readonly isOnlineAsked: boolean;
};

export const linkTo = (address: string): ReactNode => (
  <a href={address} rel="noreferrer">
    {address}
  </a>
);

/** An authority or a court, and the ways to it. */
export function placeFacts(
  of: FragmentType<typeof FRAGMENT>,
  { say, isOnlineAsked }: Speaker,
): readonly (readonly [string, ReactNode])[] {
  const { name, address, telephone, online } = readFragment(FRAGMENT, of);
  return [
    [say(TEXTS.at), say(name)],
    [say(TEXTS.address), address && say(address)],
    [say(TEXTS.telephone), telephone],
    [say(TEXTS.online), online ? linkTo(online) : isOnlineAsked && say(TEXTS.unknown)],
  ];
}
