import { type ReactNode, useState } from "react";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Choice } from "../../shared/ui/choice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { type DeskOfficer, useOfficer } from "../use-officer.ts";
import { type Found, FoundCases } from "./found-cases.tsx";

const TEXTS = {
  title: { zh: "查找案件", en: "Find a case" },
  by: { zh: "按什么查找", en: "Search by" },
  record: {
    zh: "每次查到的案件都会记录；申请人能看到哪个部门查过。",
    en: "Each case that you find goes on record; applicants see which office has looked.",
  },
  empty: { zh: "请填写要查找的内容", en: "Say what you look for" },
  region: { zh: "地区", en: "Region" },
  department: { zh: "部门", en: "Department" },
  search: { zh: "查找", en: "Find" },
} satisfies Record<string, Text>;

const KINDS = ["number", "name", "creditCode"] as const;
type Kind = (typeof KINDS)[number];
const KIND_TEXTS: Readonly<Record<Kind, { readonly text: Text; readonly hint: Text }>> = {
  number: {
    text: { zh: "办件编号", en: "Case number" },
    hint: { zh: "14 位数字，可以带空格。", en: "14 digits, in groups or not." },
  },
  name: {
    text: { zh: "申请人姓名或企业名称", en: "Name of the person or enterprise" },
    hint: { zh: "写全名。", en: "All of it, as the register has it." },
  },
  creditCode: {
    text: { zh: "统一社会信用代码", en: "Credit code" },
    hint: { zh: "企业的 18 位代码。", en: "An enterprise's 18 characters." },
  },
};

type Draft = {
  readonly kind: Kind;
  readonly words: string;
  readonly region: string;
  readonly department: string;
};
const EMPTY: Draft = { kind: "number", words: "", region: "", department: "" };

/** The words stay in the page: an address is logged, and these are people's names. */
export function SearchPage(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)}>
      <Answered asked={useOfficer()}>{({ viewer }) => <Search officer={viewer} />}</Answered>
    </Page>
  );
}

function Search({ officer }: { readonly officer: DeskOfficer }): ReactNode {
  const { say } = useTexts();
  const { value: draft, change: write } = useKept("search", () => EMPTY);
  const [isEmpty, setEmpty] = useState(false);
  const [wanted, setWanted] = useState<Found>();
  const { kind, words } = draft;
  const region = draft.region || officer.regions?.[0]?.code || "";
  const department = draft.department || officer.departments?.[0]?.code || "";
  const problems = isEmpty && words.trim() === "" ? [{ field: "words", text: say(TEXTS.empty) }] : [];
  return (
    <>
      <form
        className="part"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setEmpty(words.trim() === "");
          const place = kind === "name" ? { region, department, within: true } : {};
          setWanted(words.trim() === "" ? undefined : { [kind]: words.trim(), ...place });
        }}
      >
        <ErrorSummary problems={problems} />
        <Choice
          id="kind"
          label={say(TEXTS.by)}
          value={kind}
          options={KINDS.map((one) => ({ value: one, text: say(KIND_TEXTS[one].text) }))}
          choose={(value) => write({ ...draft, kind: KINDS.find((one) => one === value) ?? "number" })}
        />
        <Field
          id="words"
          label={say(KIND_TEXTS[kind].text)}
          hint={say(KIND_TEXTS[kind].hint)}
          problem={problems[0]?.text}
        >
          {(marks) => (
            <input
              {...marks}
              autoComplete="off"
              maxLength={100}
              value={words}
              onChange={(event) => write({ ...draft, words: event.target.value })}
            />
          )}
        </Field>
        {kind === "name" && (
          <div className="filters">
            <Choice
              id="region"
              label={say(TEXTS.region)}
              value={region}
              options={(officer.regions ?? []).map(({ code, name }) => ({ value: code, text: name }))}
              choose={(value) => write({ ...draft, region: value })}
            />
            <Choice
              id="department"
              label={say(TEXTS.department)}
              value={department}
              options={(officer.departments ?? []).map(({ code, name }) => ({
                value: code,
                text: say(name),
              }))}
              choose={(value) => write({ ...draft, department: value })}
            />
          </div>
        )}
        <p className="soft small">{say(TEXTS.record)}</p>
        <p>
          <button className="button" type="submit">
            {say(TEXTS.search)}
          </button>
        </p>
      </form>
      {wanted && <FoundCases key={JSON.stringify(wanted)} by={wanted} />}
    </>
  );
}
