import { it } from "vitest";
import { ALWAYS_OPEN_HALL } from "../../local/demo/halls.ts";
import { AUTHORITIES } from "../../local/demo/licence-types/authorities.ts";
import { DESK, leave, seeAll } from "./held.ts";
import type { Site } from "./site.ts";
import { signIn, visit } from "./visit.ts";

/** Officers, and the pages that are there for their roles alone. */
const OF_OFFICERS = [
  [
    "马超",
    [
      { name: "figures of a department", path: "/desk/figures?department=BJ-GJJ" },
      { name: "figures of a region", path: "/desk/figures?department=BJ-GJJ&region=110105" },
      {
        name: "figures of an item",
        path: "/desk/figures?department=BJ-GJJ&region=110105&item=BJ-GJJ-HDTQ-001",
      },
      { name: "development zones, none yet", path: "/desk/zones" },
    ],
  ],
  [
    "周敏",
    [
      { name: "partners that wait", path: "/desk/partners" },
      { name: "partners of a state that has none", path: "/desk/partners?status=SUSPENDED" },
      { name: "a partner that there is not", path: "/desk/partners/ptn_0123456789abcdef" },
    ],
  ],
  [
    "何芳",
    [
      { name: "the books", path: "/desk/treasury" },
      { name: "accounts of a kind", path: "/desk/treasury/kinds/PREFUND" },
      { name: "an account", path: "/desk/treasury/accounts/bank:main" },
      { name: "an account that there is not", path: "/desk/treasury/accounts/bank:other" },
      { name: "payouts", path: "/desk/treasury/payouts" },
      { name: "differences of channels", path: "/desk/treasury/differences" },
      { name: "what a channel has paid", path: "/desk/treasury/channels" },
      { name: "the bank's file", path: "/desk/treasury/bank-file", asks: 0 },
      { name: "chargebacks of a gateway", path: "/desk/treasury/chargebacks", asks: 0 },
      { name: "rules of clearing", path: "/desk/treasury/clearing" },
      { name: "rules of a region without a metro", path: "/desk/treasury/clearing?region=330100" },
      { name: "a payment to give back", path: "/desk/treasury/refund", asks: 0 },
      { name: "fares by metro", path: "/desk/treasury/fares" },
      { name: "fares by bus, one of them to come", path: "/desk/treasury/fares?mode=BUS" },
      { name: "fares of a region without transit", path: "/desk/treasury/fares?region=330100" },
      { name: "contracts of settlement", path: "/desk/treasury/contracts" },
      {
        name: "contracts of a partner that there is not",
        path: "/desk/treasury/contracts/BILLER/ptn_0123456789abcdef",
      },
      { name: "a difference that there is not", path: "/desk/treasury/differences/dif_0123456789abcdef" },
    ],
  ],
  [
    "郭勇",
    [
      { name: "halls", path: "/desk/halls" },
      { name: "a hall's card readers", path: `/desk/halls/${ALWAYS_OPEN_HALL}` },
      { name: "a hall that there is not", path: "/desk/halls/NONE" },
    ],
  ],
  ["罗军", [{ name: "registers", path: "/desk/register", asks: 0 }]],
  [
    "林静",
    [
      { name: "the catalogue", path: "/desk/catalogue" },
      { name: "an item", path: "/desk/catalogue/BJ-GJJ-ZFTQ-001" },
      { name: "an item's draft", path: "/desk/catalogue/BJ-SCJG-SPJY-001/edit" },
      { name: "licence types", path: "/desk/licence-types" },
      { name: "a licence type", path: "/desk/licence-types/disability-certificate" },
      { name: "a licence type's draft", path: "/desk/licence-types/disability-certificate/edit" },
      { name: "a new licence type", path: "/desk/new-licence-type", asks: 0 },
      { name: "a licence type that there is not", path: "/desk/licence-types/none" },
      { name: "authorities that sign licences", path: "/desk/issuer-keys" },
      {
        name: "the keys of an authority",
        path: `/desk/issuer-keys/${AUTHORITIES.publicSecurity.creditCode}`,
      },
      {
        name: "the test keys of an authority",
        path: `/desk/issuer-keys/${AUTHORITIES.publicSecurity.creditCode}?mode=TEST`,
      },
      { name: "the keys of an authority that has none", path: "/desk/issuer-keys/11100000000013338W" },
      { name: "recognition of other regions", path: "/desk/trust" },
      { name: "the trust list", path: "/desk/trust/list" },
      { name: "the trust list's first version", path: "/desk/trust/list?version=1" },
      { name: "a version that the trust list has not", path: "/desk/trust/list?version=none" },
      { name: "a new issuer of another region", path: "/desk/new-trust/issuers", asks: 0 },
      { name: "a mapping of another region", path: "/desk/trust/mappings?code=120000.food" },
      { name: "another mapping's draft", path: "/desk/trust/mappings/edit?code=130000.food" },
      { name: "an issuer that there is not", path: "/desk/trust/issuers?code=120000.none" },
      { name: "a part of no kind", path: "/desk/trust/others?code=120000.none", asks: 0 },
      { name: "the remedies of a department", path: "/desk/remedies" },
      { name: "the remedies of a government", path: "/desk/remedies?region=110105&government=1" },
      { name: "a new item", path: "/desk/catalogue/new", asks: 0 },
      { name: "an item that there is not", path: "/desk/catalogue/BJ-NONE-001" },
    ],
  ],
] as const;

export function cityPages(site: () => Site): void {
  it("of the desk for those who keep the city is drawn by one request, and accessible", async () => {
    const { browser, origin } = site();
    for (const [officer, pages] of OF_OFFICERS) {
      const seen = await visit(browser, origin);
      await seen.page.goto("/desk");
      await signIn(seen, officer);
      await seeAll(
        seen,
        pages.map((page) => ({ asks: 1, ...page })),
        DESK,
      );
      await leave(seen, origin, DESK);
    }
  });
}
