import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { trimmedAt } from "../drafts/typed-values.ts";
import { useOfficer } from "../use-officer.ts";
import { EditLicenceType } from "./edit-licence-type.tsx";
import { blankType, valuesOf } from "./groups.ts";
import { CONTENT, DRAFT } from "./licence-type-operations.ts";

const TEXTS = {
  edit: { zh: "编辑草稿", en: "Edit the draft" },
  new: { zh: "新建证照类型", en: "Draft a new licence type" },
  unknown: {
    zh: "没有这个证照类型，或者它不归您编辑。",
    en: "There is no such licence type, or it is not yours to edit.",
  },
  back: { zh: "回到证照类型", en: "Back to the licence type" },
  list: { zh: "回到证照类型列表", en: "Back to the licence types" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/licence-types/$code/edit");

export function EditLicenceTypePage(): ReactNode {
  const { say } = useTexts();
  const { code } = route.useParams();
  const asked = useOwnAnswer(DRAFT, { code });
  const officer = useOfficer();
  return (
    <Page title={`${say(TEXTS.edit)} · ${code}`}>
      <Answered asked={asked}>
        {({ editedLicenceType: edited }, errors) => {
          const trouble = troubleAt(errors, ["editedLicenceType"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!edited) return <p className="part">{say(TEXTS.unknown)}</p>;
          const saved = valuesOf(readFragment(CONTENT, edited.draft));
          return (
            <Answered asked={officer}>
              {({ viewer }) => (
                <EditLicenceType
                  {...{ name: code, saved, violations: edited.violations, officer: viewer }}
                  onSaved={() => {}}
                />
              )}
            </Answered>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/licence-types/$code" params={{ code }}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

/** No type's code. */
const NEW = "";

export function NewLicenceTypePage(): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  return (
    <Page title={say(TEXTS.new)}>
      <Answered asked={useOfficer()}>
        {({ viewer }) => (
          <EditLicenceType
            {...{ name: NEW, saved: blankType(viewer), violations: [], officer: viewer }}
            onSaved={(values) =>
              void navigate({
                ...{ to: "/desk/licence-types/$code", params: { code: trimmedAt(values, "code") } },
                ignoreBlocker: true,
              })
            }
          />
        )}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/licence-types" search={{}}>
          {say(TEXTS.list)}
        </Link>
      </p>
    </Page>
  );
}
