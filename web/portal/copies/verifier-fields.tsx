import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { FIELDS, type ShareForm } from "./use-share.ts";

const TEXTS = {
  whom: { zh: "给谁用", en: "Whom it is for" },
  hint: { zh: "只有对方可以用，给别人无效。", en: "Nobody else may use it." },
  byName: { zh: "由我写明，例如房东", en: "Somebody whom I name, such as a landlord" },
  partner: { zh: "平台上已登记的合作单位", en: "A partner that is registered here" },
  name: { zh: "对方的名称", en: "What they are called" },
  nameHint: { zh: "2 至 60 字，会写在加注件上", en: "2 to 60 characters; they stand on the copy" },
  id: { zh: "合作单位的编号", en: "The partner's id" },
  idHint: {
    zh: "例如 ptn_ 开头的一串，请向对方要。加注件上写的是登记的名称。",
    en: "For example ptn_ and more; ask them for it. The copy states their registered name.",
  },
} satisfies Record<string, Text>;
const KINDS = [
  ["name", TEXTS.byName],
  ["partner", TEXTS.partner],
] as const;
const NAME_MAX = 60;
const ID_MAX = 68;

/** The one for whom a copy is: by a name, or a registered partner by its id, which it tells its customers. */
export function VerifierFields({
  wish,
  fill,
  problemOf,
}: Pick<ShareForm, "wish" | "fill" | "problemOf">): ReactNode {
  const { say } = useTexts();
  return (
    <>
      <FieldSet id="copy-whom" legend={say(TEXTS.whom)} hint={say(TEXTS.hint)}>
        {KINDS.map(([kind, text]) => (
          <ChoiceBox
            key={kind}
            kind="radio"
            id={`copy-by-${kind}`}
            name="copy-whom"
            checked={wish.kind === kind}
            onChange={() => fill({ kind })}
          >
            {say(text)}
          </ChoiceBox>
        ))}
      </FieldSet>
      {wish.kind === "name" ? (
        <TextField
          id={FIELDS.name}
          label={say(TEXTS.name)}
          hint={say(TEXTS.nameHint)}
          problem={problemOf(FIELDS.name)}
          maxLength={NAME_MAX}
          of={{ value: wish.name, change: (name) => fill({ name }) }}
        />
      ) : (
        <TextField
          id={FIELDS.partner}
          label={say(TEXTS.id)}
          hint={say(TEXTS.idHint)}
          problem={problemOf(FIELDS.partner)}
          maxLength={ID_MAX}
          of={{ value: wish.partner, change: (partner) => fill({ partner }) }}
        />
      )}
    </>
  );
}
