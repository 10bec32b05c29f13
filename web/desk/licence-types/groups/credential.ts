import type { LicenceTypeInput } from "../../../shared/generated/graphql.ts";
import { optionsOf } from "../../drafts/specs.ts";
import { isOf, trimmedAt } from "../../drafts/typed-values.ts";
import { textAt } from "../../drafts/values.ts";
import type { Group } from "../group.ts";
import { ASSURANCES } from "../licence-type-words.ts";

/** How verifiers know the type, and how far they can rely on it. */
export const CREDENTIAL: Group<Pick<LicenceTypeInput, "assurance" | "vct">> = {
  title: { zh: "核验", en: "Verification" },
  blank: () => ({ assurance: "SUBSTANTIAL", vct: "" }),
  valuesOf: ({ assurance, vct }) => ({ assurance, vct }),
  inputOf: (values) => {
    const assurance = textAt(values, "assurance");
    return {
      assurance: isOf(ASSURANCES, assurance) ? assurance : "SUBSTANTIAL",
      vct: trimmedAt(values, "vct"),
    };
  },
  specs: () => [
    {
      ...{ kind: "choice", path: ["assurance"], options: optionsOf(ASSURANCES) },
      label: { zh: "持证人可信程度", en: "How sure it is that it is its holder's" },
    },
    {
      ...{
        kind: "text",
        path: ["vct"],
        label: { zh: "凭证类型（vct）", en: "Type of the credential (vct)" },
      },
      hint: {
        zh: "https:// 或 urn: 开头的地址；发布后不再改变",
        en: "An address that begins with https:// or urn:; fixed by the first version",
      },
    },
  ],
};
