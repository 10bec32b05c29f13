import { type KeyboardEvent, type ReactNode, Suspense, useState } from "react";
import { isCode, readCode } from "../format/secret-code.ts";
import { lazyPage } from "../frame/lazy-page.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { Choice } from "../ui/choice.tsx";
import { ChoiceBox } from "../ui/choice-box.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { ErrorSummary } from "../ui/field.tsx";
import { FieldSet } from "../ui/field-set.tsx";
import { TextField } from "../ui/text-field.tsx";
import { Told } from "../ui/told.tsx";
import { TroubleNotice } from "../ui/trouble-notice.tsx";
import { type FoundProblem, useProblems } from "../ui/use-problems.ts";
import { Waiting } from "../ui/waiting.tsx";
import { useForeignLicence } from "./use-foreign-licence.ts";
import { useRegionNames } from "./use-region-names.ts";
import { useTrustedRegions } from "./use-trusted-regions.ts";

/** For those alone whose wallet makes files. */
const ForeignFile = lazyPage(() => import("./foreign-file.tsx"), "ForeignFile");

const TEXTS = {
  none: {
    zh: "目前没有承认其他地区的这种证照，请上传文件。",
    en: "No other region's licence is recognised for this yet. Send a file.",
  },
  lead: {
    zh: "请持证人在颁发地的平台上打开证照，选择出示证照码，并勾选证件号码等全部内容。码在 60 秒内有效，只能用一次。",
    en: "Have the licence shown by a code in the app of the region that issued it, with all that it says, the holder's number too. A code holds for 60 seconds, and is read once.",
  },
  region: { zh: "证照由哪个地区颁发", en: "Region that issued it" },
  choose: { zh: "请选择", en: "Choose one" },
  noRegion: { zh: "请选择颁发地区", en: "Choose the region that issued it" },
  way: { zh: "怎么出示", en: "How it is shown" },
  code: { zh: "证照码", en: "Code of the licence" },
  hint: {
    zh: "26 个字母和数字，空格和大小写不限。",
    en: "26 letters and digits, with or without spaces, in any case.",
  },
  noCode: {
    zh: "证照码是 26 个字母和数字，请核对有没有漏字或多字",
    en: "A code has 26 letters and digits: check whether one is missing or too many",
  },
  noFile: {
    zh: "请选择钱包保存的出示文件",
    en: "Choose the file that the wallet has saved",
  },
  send: { zh: "用这张证照", en: "Use this licence" },
  sending: { zh: "正在核验…", en: "Verifying it…" },
} satisfies Record<string, Text>;
const filledBy = (number: string): Text => ({
  zh: `证照 ${number} 已代替这项材料。`,
  en: `The licence ${number} stands for this material now.`,
});

const WAYS = {
  CODE: { zh: "手机上显示的证照码", en: "By a code that the phone shows" },
  FILE: { zh: "钱包保存的出示文件", en: "By a file that the wallet saves" },
} satisfies Record<string, Text>;
type Way = keyof typeof WAYS;
const WAY_NAMES: readonly Way[] = ["CODE", "FILE"];

type ForeignFormProps = {
  readonly application: string;
  readonly material: string;
  readonly ownType: string;
  /** Of a clerk: that of the person at the window, who shows a code and brings no files. */
  readonly attendance?: string;
};

/** Takes the code or the file by which a licence of another region is shown, if one is recognised at all. */
export function ForeignForm({ ownType, ...of }: ForeignFormProps): ReactNode {
  const { say } = useTexts();
  const { read, again } = useTrustedRegions(ownType);
  switch (read.kind) {
    case "reading":
      return <Waiting />;
    case "trouble":
      return <TroubleNotice trouble={read.trouble} again={again} />;
    case "known":
      return read.regions.length === 0 ? (
        <p>{say(TEXTS.none)}</p>
      ) : (
        <ShowForm {...of} regions={read.regions} />
      );
  }
}

type ShowFormProps = Omit<ForeignFormProps, "ownType"> & { readonly regions: readonly string[] };

function useShowForm({ application, material, regions: _, ...by }: ShowFormProps) {
  const [way, setWay] = useState<Way>("CODE");
  const [region, setRegion] = useState("");
  const [typed, setTyped] = useState("");
  const [presentation, setPresentation] = useState<string>();
  const shownId = way === "CODE" ? `foreign-code-${material}` : `foreign-file-${material}`;
  const fields = { region: `foreign-region-${material}`, shown: shownId };
  const { problems: missing, find } = useProblems();
  const { use, end, isSending, forget } = useForeignLicence({ fields, ...by });
  const problems = missing.length > 0 ? missing : end.kind === "problem" ? [end.problem] : [];
  function start(): void {
    find([]);
    forget();
  }
  async function submit(): Promise<void> {
    if (isSending) return;
    const code = readCode(typed);
    const shown = way === "CODE" ? isCode(code) && { code } : presentation !== undefined && { presentation };
    const found: readonly FoundProblem[] = [
      ...(region === "" ? [{ field: fields.region, text: TEXTS.noRegion }] : []),
      ...(shown ? [] : [{ field: fields.shown, text: way === "CODE" ? TEXTS.noCode : TEXTS.noFile }]),
    ];
    start();
    find(found);
    if (found.length > 0 || !shown) return;
    const came = await use({ application, material, region, ...shown });
    if (came.kind === "filled") setTyped("");
  }
  return {
    ...{ fields, problems, end, isSending, submit, region, setRegion, typed, setTyped, way },
    problemOf: (field: string) => problems.find((one) => one.field === field)?.text,
    setWay: (next: Way) => {
      start();
      setWay(next);
    },
    setPresentation: (next: string | undefined) => {
      start();
      setPresentation(next);
    },
  };
}

/** It is asked within another form at the desk, so it is none itself. */
function ShowForm(props: ShowFormProps): ReactNode {
  const { say } = useTexts();
  const regionName = useRegionNames();
  const { application, material, regions, attendance } = props;
  const form = useShowForm(props);
  const { fields, problemOf, end, isSending, submit, way } = form;
  // Else it would hand in the form around it. Readers of QR codes send one as well.
  const submitByKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void submit();
  };
  return (
    <div className="stack">
      {end.kind === "filled" && <Told title={say(filledBy(end.number))} />}
      <ErrorSummary problems={form.problems} />
      <FailureNotice
        failure={end.kind === "failure" ? end.failure : undefined}
        again={() => void submit()}
        isSending={isSending}
      />
      <Choice
        id={fields.region}
        label={say(TEXTS.region)}
        problem={problemOf(fields.region)}
        value={form.region}
        choose={form.setRegion}
        options={[
          { value: "", text: say(TEXTS.choose) },
          ...regions.map((value) => ({ value, text: regionName(value) })),
        ]}
      />
      {attendance === undefined && <Ways material={material} way={way} choose={form.setWay} />}
      {way === "CODE" ? (
        <>
          <p>{say(TEXTS.lead)}</p>
          <TextField
            id={fields.shown}
            label={say(TEXTS.code)}
            hint={say(TEXTS.hint)}
            problem={problemOf(fields.shown)}
            of={{ value: form.typed, change: form.setTyped }}
            onKeyDown={submitByKey}
          />
        </>
      ) : (
        <Suspense fallback={<Waiting />}>
          <ForeignFile
            id={fields.shown}
            application={application}
            problem={problemOf(fields.shown)}
            choose={form.setPresentation}
          />
        </Suspense>
      )}
      <button className="button" type="button" aria-disabled={isSending} onClick={() => void submit()}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </div>
  );
}

type WaysProps = {
  readonly material: string;
  readonly way: Way;
  readonly choose: (way: Way) => void;
};

function Ways({ material, way, choose }: WaysProps): ReactNode {
  const { say } = useTexts();
  const name = `foreign-way-${material}`;
  return (
    <FieldSet id={name} legend={say(TEXTS.way)}>
      {WAY_NAMES.map((one) => (
        <ChoiceBox
          key={one}
          kind="radio"
          id={`${name}-${one}`}
          name={name}
          checked={one === way}
          onChange={() => choose(one)}
        >
          {say(WAYS[one])}
        </ChoiceBox>
      ))}
    </FieldSet>
  );
}
