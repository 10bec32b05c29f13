import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskMaterialsFragment } from "../../shared/generated/graphql.ts";
import { FileDownload } from "../../shared/materials/file-download.tsx";
import { sizeText } from "../../shared/materials/material-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";
import type { CorrectionMarks } from "./acts/correction.ts";
import { CorrectionMark } from "./acts/correction-mark.tsx";
import { FILE_STATUSES, HELD_SOURCES, MATERIAL_STATES, RECORD_ENDS, VERSION_STATUSES } from "./case-texts.ts";

const FRAGMENT = graphql(`
  fragment DeskMaterials on Application {
    id
    item {
      materials {
        code
        name {
          zh
          en
        }
      }
    }
    materials {
      code
      isRequired
      state
      files {
        id
        name
        sizeBytes
        status
        uploadedAt
      }
      filled {
        source
        reference
        statedOn
        handedIn {
          reference
        }
        over {
          how
          noticedAt
        }
        unansweredSince
        licence {
          version
          issuedOn
          validUntil
          status
        }
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "材料", en: "Materials" },
  none: { zh: "这个事项不需要材料。", en: "This item asks for no materials." },
  lost: { zh: "材料暂时无法显示。", en: "The materials cannot be shown right now." },
  optional: { zh: "非必要", en: "Not required" },
} satisfies Record<string, Text>;
const statedOn = (source: string, when: string): Text => ({
  zh: `来自${source}，数据日期${when}`,
  en: `From: ${source}, as of ${when}`,
});

const versionText = (version: number, when: string): Text => ({
  zh: `第 ${version} 版，颁发于${when}`,
  en: `Version ${version}, issued on ${when}`,
});
const untilText = (when: string): Text => ({ zh: `，有效期至${when}`, en: `, valid until ${when}` });
const insteadText = (reference: string): Text => ({
  zh: `已取代提交时的 ${reference}`,
  en: `In the place of ${reference}, which was handed in`,
});
const overText = (how: string, when: string): Text => ({
  zh: `该证照${how}（${when} 查明）：在其恢复有效之前，不能据以准予。`,
  en: `This licence ${how}, as was found on ${when}: while that is so, nothing can be granted on it.`,
});
const unansweredText = (when: string): Text => ({
  zh: `自 ${when} 起，未能向颁发地平台核实该证照是否仍然有效；以上为最近一次核验的结果。`,
  en: `Since ${when} nobody where it was issued could tell whether it is still valid; this is how it was last verified.`,
});

type MaterialsProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  readonly marks: CorrectionMarks | undefined;
};

/** The materials that the item asks for, and what there is of each. */
export function Materials({ of, marks }: MaterialsProps): ReactNode {
  const { say } = useTexts();
  const { id, item, materials } = readFragment(FRAGMENT, of);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {!materials && <p>{say(TEXTS.lost)}</p>}
      {materials?.length === 0 && <p>{say(TEXTS.none)}</p>}
      <ul className="rows">
        {materials?.map((material) => {
          const named = item.materials.find(({ code }) => code === material.code);
          const name = named ? say(named.name) : material.code;
          return (
            <li key={material.code} className="stack-tight">
              <div className="row">
                <span className="strong">{name}</span>
                <span className="tags">
                  {!material.isRequired && <span className="soft small">{say(TEXTS.optional)}</span>}
                  <Tag tone={MATERIAL_STATES[material.state].tone}>
                    {say(MATERIAL_STATES[material.state].text)}
                  </Tag>
                </span>
              </div>
              <FilesOf material={material} application={id} />
              {marks && <CorrectionMark kind="materials" name={material.code} label={name} marks={marks} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Material = NonNullable<DeskMaterialsFragment["materials"]>[number];

/** The record that stands for a material; of a licence its version, its days and how that stands today. */
function HeldRecord({ of }: { readonly of: NonNullable<Material["filled"]> }): ReactNode {
  const { say, language } = useTexts();
  const { source, statedOn: stated, reference, handedIn, over, unansweredSince, licence } = of;
  const until = licence?.validUntil;
  return (
    <>
      <p className="soft">
        {say(statedOn(say(HELD_SOURCES[source]), day(stated, language)))}
        {reference && ` · ${reference}`}
      </p>
      {licence && (
        <p className="soft">
          {say(versionText(licence.version, day(licence.issuedOn, language)))}
          {until && say(untilText(day(until, language)))} · {say(VERSION_STATUSES[licence.status])}
        </p>
      )}
      {handedIn?.reference && <p className="soft small">{say(insteadText(handedIn.reference))}</p>}
      {over && (
        <p className="field-error">
          {say(overText(say(RECORD_ENDS[over.how]), moment(over.noticedAt, language)))}
        </p>
      )}
      {unansweredSince && (
        <p className="field-error">{say(unansweredText(moment(unansweredSince, language)))}</p>
      )}
    </>
  );
}

function FilesOf({
  material: { files, filled },
  application,
}: {
  readonly material: Material;
  readonly application: string;
}): ReactNode {
  const { say, language } = useTexts();
  return (
    <>
      {filled && <HeldRecord of={filled} />}
      {files.map((file) => (
        <div key={file.id} className="row">
          <span>
            {file.name}{" "}
            <span className="soft small">
              {sizeText(file.sizeBytes)} · {say(FILE_STATUSES[file.status])}
              {file.uploadedAt && ` · ${moment(file.uploadedAt, language)}`}
            </span>
          </span>
          {(file.status === "READY" || file.status === "REPLACED") && (
            <FileDownload application={application} file={file.id} name={file.name} />
          )}
        </div>
      ))}
    </>
  );
}
