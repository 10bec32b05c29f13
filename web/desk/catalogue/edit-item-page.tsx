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
import { EditItem } from "./edit-item.tsx";
import { CONTENT, DRAFT } from "./item-operations.ts";
import { blankItem, valuesOf } from "./item-values.ts";

const TEXTS = {
  edit: { zh: "编辑草稿", en: "Edit the draft" },
  new: { zh: "新建事项", en: "Draft a new item" },
  unknown: {
    zh: "没有这个事项，或者它不归您编辑。",
    en: "There is no such item, or it is not yours to edit.",
  },
  back: { zh: "回到事项", en: "Back to the item" },
  list: { zh: "回到事项目录", en: "Back to the catalogue" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/catalogue/$code/edit");

export function EditItemPage(): ReactNode {
  const { say } = useTexts();
  const { code } = route.useParams();
  const asked = useOwnAnswer(DRAFT, { code });
  const officer = useOfficer();
  return (
    <Page title={`${say(TEXTS.edit)} · ${code}`}>
      <Answered asked={asked}>
        {({ editedItem }, errors) => {
          const trouble = troubleAt(errors, ["editedItem"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!editedItem) return <p className="part">{say(TEXTS.unknown)}</p>;
          const saved = valuesOf(readFragment(CONTENT, editedItem.draft));
          return (
            <Answered asked={officer}>
              {({ viewer }) => (
                <EditItem
                  {...{ name: code, saved, violations: editedItem.violations, officer: viewer }}
                  onSaved={() => {}}
                />
              )}
            </Answered>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/catalogue/$code" params={{ code }}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

const NEW = "new";

export function NewItemPage(): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  return (
    <Page title={say(TEXTS.new)}>
      <Answered asked={useOfficer()}>
        {({ viewer }) => (
          <EditItem
            {...{ name: NEW, saved: blankItem(viewer.departments?.[0]), violations: [], officer: viewer }}
            onSaved={(values) =>
              void navigate({
                ...{ to: "/desk/catalogue/$code", params: { code: trimmedAt(values, "code") } },
                ignoreBlocker: true,
              })
            }
          />
        )}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/catalogue" search={{}}>
          {say(TEXTS.list)}
        </Link>
      </p>
    </Page>
  );
}
