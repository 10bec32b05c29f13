import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { Text } from "../../shared/texts/text.ts";

export const NAMED_ITEM = graphql(`
  fragment NamedItem on ServiceItemEdge {
    node {
      code
      audiences
      name {
        zh
        en
      }
    }
  }
`);

/** The matter that stands among items without being one, and has to be named. */
export const PARTNERSHIP = "PARTNERSHIP";

export const MATTER_NAMES: Readonly<Record<string, Text>> = {
  [PARTNERSHIP]: {
    zh: "合作企业入驻（申请、续办、管理接口密钥）",
    en: "Partnership of the enterprise: apply, renew, keep its keys",
  },
};

type Items = readonly FragmentType<typeof NAMED_ITEM>[];

/** The name of an item or a matter; one that is not offered here is called by its code. */
export function nameOfItem(code: string, items: Items): Text {
  const item = readFragment(NAMED_ITEM, items).find(({ node }) => node.code === code);
  return item?.node.name ?? MATTER_NAMES[code] ?? { zh: code, en: code };
}
