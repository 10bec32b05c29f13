import type { ReactNode } from "react";
import type { PortalApplyQuery } from "../../shared/generated/graphql.ts";
import { MINORS, minorsText } from "../../shared/texts/minor-texts.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";

type Item = NonNullable<PortalApplyQuery["serviceItem"]>;

const TEXTS = {
  ahead: { zh: "办理步骤", en: "The steps ahead" },
  materials: { zh: "上传材料：", en: "Files: " },
  check: { zh: "核对并提交", en: "Check your answers and hand them in" },
  kept: {
    zh: "每一步都会保存，可以随时离开，以后在“办件”里继续。平台已有的信息不用再填。",
    en: "Each step is saved: you can leave at any time, and go on under Cases. What the platform holds is not asked for.",
  },
} satisfies Record<string, Text>;

/** The steps of an application, before it is begun. */
export function Ahead({
  of: { formPages, materials, audiences, ownFromAge },
}: {
  readonly of: Item;
}): ReactNode {
  const { say, language } = useTexts();
  const names = materials.map(({ name }) => say(name)).join(say(BETWEEN));
  return (
    <section className="part">
      <h2>{say(TEXTS.ahead)}</h2>
      <ol className="trail">
        {formPages.map(({ title }) => (
          <li key={title.en}>{say(title)}</li>
        ))}
        {materials.length > 0 && (
          <li>
            {say(TEXTS.materials)}
            {names}
          </li>
        )}
        <li>{say(TEXTS.check)}</li>
      </ol>
      <p className="soft">{say(TEXTS.kept)}</p>
      {audiences.includes("NATURAL_PERSON") && (
        <p className="soft">
          {say(MINORS)}
          {language === "zh" ? "：" : ": "}
          {say(minorsText(ownFromAge))}
        </p>
      )}
    </section>
  );
}
