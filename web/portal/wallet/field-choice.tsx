import type { ComponentProps, ReactNode } from "react";
import type { Text } from "../../shared/texts/text.ts";
import { FieldBoxes } from "../licences/field-boxes.tsx";

const TEXTS = {
  legend: { zh: "出示哪些内容", en: "What is shown" },
  hint: {
    zh: "只勾选对方确实需要的。没有勾选的内容，对方看不到。",
    en: "Tick what is really needed. They see nothing that is not ticked.",
  },
  always: { zh: "总是出示：", en: "Always shown: " },
  standing: {
    zh: "证照种类、编号、状态、颁发机构、有效期",
    en: "the kind of licence, its number, standing, issuer and validity",
  },
} satisfies Record<string, Text>;

type FieldChoiceProps = Pick<ComponentProps<typeof FieldBoxes>, "fields" | "chosen" | "choose">;

/** The fields of a licence that are to be shown at a counter; none that is not always shown is ticked beforehand. */
export function FieldChoice(props: FieldChoiceProps): ReactNode {
  return <FieldBoxes id="shown-fields" texts={TEXTS} {...props} />;
}
