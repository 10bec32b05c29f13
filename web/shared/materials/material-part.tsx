import type { ReactNode } from "react";
import { day } from "../format/dates.ts";
import type { ApplicationToFill, CaseMaterial } from "../forms/application-to-fill.ts";
import { fieldId } from "../forms/form-view.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { Facts } from "../ui/facts.tsx";
import { Tag } from "../ui/tag.tsx";
import { FileInput } from "./file-input.tsx";
import { FILE_STATUSES, HELD_SOURCES, MATERIAL_STATES, sizeText } from "./material-texts.ts";

const TEXTS = {
  optional: { zh: "可选", en: "optional" },
  send: { zh: "选择文件", en: "Choose a file" },
  sendMore: { zh: "再加一个文件", en: "Add another file" },
  note: { zh: "部门要求：", en: "The department asks: " },
  source: { zh: "来源", en: "From" },
  reference: { zh: "编号", en: "Number" },
  statedOn: { zh: "日期", en: "As of" },
} satisfies Record<string, Text>;
const replaceText = (name: string): Text => ({ zh: `替换 ${name}`, en: `Replace ${name}` });

type MaterialPartProps = {
  readonly of: CaseMaterial;
  readonly application: ApplicationToFill;
  /** Of a clerk: that of the person for whom it is sent. */
  readonly attendance?: string;
  /** Further ways to fill it. */
  readonly children?: ReactNode;
};

/** A material with what the platform has of it, and a way to send it. */
export function MaterialPart({ of, application, attendance, children }: MaterialPartProps): ReactNode {
  const { say, language } = useTexts();
  const { code, isRequired, state, isEditable, filled, files } = of;
  const name = application.item.materials.find((one) => one.code === code)?.name;
  const note = application.correction?.materials.find((one) => one.name === code)?.note;
  const by = attendance ? { attendance } : {};
  const place = { application: application.id, material: code, ...by };
  const hasOne = files.some(({ status }) => status === "READY");
  const states = MATERIAL_STATES[state];
  return (
    <section className="part" aria-labelledby={`${code}-name`}>
      <h2 id={`${code}-name`}>
        {name && say(name)} {!isRequired && <Tag tone="plain">{say(TEXTS.optional)}</Tag>}
      </h2>
      <p className="soft">{say(isRequired ? states.required : states.optional)}</p>
      {note && isEditable && (
        <p className="strong">
          {say(TEXTS.note)}
          {note}
        </p>
      )}
      {filled && (
        <Facts
          of={[
            [say(TEXTS.source), say(HELD_SOURCES[filled.source])],
            [say(TEXTS.reference), filled.reference],
            [say(TEXTS.statedOn), day(filled.statedOn, language)],
          ]}
        />
      )}
      <Files of={files} />
      {isEditable && (
        <FileInput id={fieldId([code])} place={place} label={say(hasOne ? TEXTS.sendMore : TEXTS.send)} />
      )}
      {isEditable &&
        files
          .filter(({ status }) => status === "READY")
          .map((file) => (
            <details key={file.id}>
              <summary>{say(replaceText(file.name))}</summary>
              <FileInput
                id={`${fieldId([code])}-${file.id}`}
                place={{ ...place, replaces: file.id }}
                label={say(replaceText(file.name))}
              />
            </details>
          ))}
      {children}
    </section>
  );
}

/** Those that count, and those that were not taken, with why. */
function Files({ of }: { readonly of: CaseMaterial["files"] }): ReactNode {
  const { say } = useTexts();
  const shown = of.filter(({ status }) => status !== "REPLACED" && status !== "AWAITED");
  if (shown.length === 0) return null;
  return (
    <ul className="rows">
      {shown.map(({ id, name, sizeBytes, status, rejection }) => (
        <li key={id} className="stack-tight">
          <span className="row">
            <span>
              {name} <span className="soft small">{sizeText(sizeBytes)}</span>
            </span>
            <Tag tone={FILE_STATUSES[status].tone}>{say(FILE_STATUSES[status].text)}</Tag>
          </span>
          {rejection && <span className="field-error">{rejection.message}</span>}
        </li>
      ))}
    </ul>
  );
}
