import type {
  LicenceDirectoryEntryInput,
  LicenceDirectoryItemInput,
  LicenceTypeInput,
} from "../../../shared/generated/graphql.ts";
import { inBoth, NONE, optionsOf } from "../../drafts/specs.ts";
import { isOf, localized, trimmedAt } from "../../drafts/typed-values.ts";
import { asValues, listAt, textAt, type Values } from "../../drafts/values.ts";
import type { Group } from "../group.ts";
import { OFFICE_LEVELS } from "../licence-type-words.ts";

const BLANK_ITEM = { code: "", name: { zh: "", en: "" } };

const itemOf = (values: Values): LicenceDirectoryItemInput => ({
  code: trimmedAt(values, "code"),
  name: localized(values, "name"),
});

function entryOf(values: Values): LicenceDirectoryEntryInput | null {
  const definerLevel = textAt(values, "directory", "definerLevel");
  const issuerLevel = textAt(values, "directory", "issuerLevel");
  const items = listAt(values, "directory", "items").map((one) => itemOf(asValues(one)));
  const isBlank = definerLevel === "" && issuerLevel === "" && items.length === 0;
  return isBlank
    ? null
    : {
        ...(isOf(OFFICE_LEVELS, definerLevel) ? { definerLevel } : {}),
        ...(isOf(OFFICE_LEVELS, issuerLevel) ? { issuerLevel } : {}),
        items,
      };
}

const LEVELS = [NONE, ...optionsOf(OFFICE_LEVELS)];

/** The type's entry in the national directory; none where nothing is said. */
export const DIRECTORY: Group<Pick<LicenceTypeInput, "directory">> = {
  title: { zh: "证照目录", en: "Directory" },
  blank: () => ({ directory: { definerLevel: "", issuerLevel: "", items: [] } }),
  valuesOf: ({ directory }) => ({
    directory: {
      ...{ definerLevel: directory?.definerLevel ?? "", issuerLevel: directory?.issuerLevel ?? "" },
      items: directory?.items ?? [],
    },
  }),
  inputOf: (values) => ({ directory: entryOf(values) }),
  specs: () => [
    {
      ...{ kind: "choice", path: ["directory", "definerLevel"], options: LEVELS },
      label: { zh: "证照定义机构级别", en: "Level of the authority that defines it" },
    },
    {
      ...{ kind: "choice", path: ["directory", "issuerLevel"], options: LEVELS },
      label: { zh: "证照颁发机构级别", en: "Level of the authorities that issue it" },
    },
    {
      ...{ kind: "list", path: ["directory", "items"], label: { zh: "关联事项", en: "Matters" } },
      ...{ one: { zh: "事项", en: "Matter" }, blank: BLANK_ITEM },
      hint: { zh: "结果为该证照的事项", en: "Those whose outcome is such a licence" },
      entry: [
        {
          ...{ kind: "text", path: ["code"], label: { zh: "关联事项代码", en: "Basic code" } },
          hint: { zh: "基本编码，十二位数字（GB/T 39554.1）", en: "Twelve digits (GB/T 39554.1)" },
        },
        ...inBoth({ zh: "关联事项名称", en: "Name" }, "name"),
      ],
    },
  ],
};
