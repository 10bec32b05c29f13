import type { LicenceTypeInput } from "../../../shared/generated/graphql.ts";
import { legalBasis } from "../../drafts/specs.ts";
import { legalBasisOf } from "../../drafts/typed-values.ts";
import type { Group } from "../group.ts";

const LEGAL_BASIS = legalBasis({
  zh: "没有法律依据的证照类型不能发布。",
  en: "A licence type without a legal basis cannot be published.",
});

export const LAW: Group<Pick<LicenceTypeInput, "legalBasis">> = {
  title: { zh: "依据", en: "Law" },
  blank: () => ({ legalBasis: [{ law: "", article: "" }] }),
  valuesOf: (type) => ({ legalBasis: type.legalBasis }),
  inputOf: (values) => ({ legalBasis: legalBasisOf(values) }),
  specs: () => [LEGAL_BASIS],
};
