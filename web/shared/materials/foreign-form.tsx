import { type KeyboardEvent, type ReactNode, useState } from "react";
import { isCode, readCode } from "../format/secret-code.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { Choice } from "../ui/choice.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { ErrorSummary } from "../ui/field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { Told } from "../ui/told.tsx";
import { TroubleNotice } from "../ui/trouble-notice.tsx";
import { type FoundProblem, useProblems } from "../ui/use-problems.ts";
import { Waiting } from "../ui/waiting.tsx";
import { useForeignLicence } from "./use-foreign-licence.ts";
import { useRegionNames } from "./use-region-names.ts";
import { useTrustedRegions } from "./use-trusted-regions.ts";

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
  code: { zh: "证照码", en: "Code of the licence" },
  hint: {
    zh: "26 个字母和数字，空格和大小写不限。",
    en: "26 letters and digits, with or without spaces, in any case.",
  },
  noCode: {
    zh: "证照码是 26 个字母和数字，请核对有没有漏字或多字",
    en: "A code has 26 letters and digits: check whether one is missing or too many",
  },
  send: { zh: "用这张证照", en: "Use this licence" },
  sending: { zh: "正在核验…", en: "Verifying it…" },
} satisfies Record<string, Text>;
const filledBy = (number: string): Text => ({
  zh: `证照 ${number} 已代替这项材料。`,
  en: `The licence ${number} stands for this material now.`,
});

type ForeignFormProps = {
  readonly application: string;
  readonly material: string;
  readonly ownType: string;
  /** Of a clerk: that of the person at the window. */
  readonly attendance?: string;
};

/** Takes the code by which a licence of another region is shown, if one is recognised at all. */
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
        <CodeForm {...of} regions={read.regions} />
      );
  }
}

type CodeFormProps = Omit<ForeignFormProps, "ownType"> & { readonly regions: readonly string[] };

/** It is asked within another form at the desk, so it is none itself. */
function CodeForm({ application, material, regions, ...by }: CodeFormProps): ReactNode {
  const { say } = useTexts();
  const regionName = useRegionNames();
  const fields = { region: `foreign-region-${material}`, code: `foreign-code-${material}` };
  const [region, setRegion] = useState("");
  const [typed, setTyped] = useState("");
  const { problems: missing, find } = useProblems();
  const { use, end, isSending, forget } = useForeignLicence({ fields, ...by });
  const refused = end.kind === "problem" ? [end.problem] : [];
  const problems = missing.length > 0 ? missing : refused;
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.text;
  async function submit(): Promise<void> {
    if (isSending) return;
    const code = readCode(typed);
    const found: readonly FoundProblem[] = [
      ...(region === "" ? [{ field: fields.region, text: TEXTS.noRegion }] : []),
      ...(isCode(code) ? [] : [{ field: fields.code, text: TEXTS.noCode }]),
    ];
    find(found);
    forget();
    if (found.length > 0) return;
    const came = await use({ application, material, region, code });
    if (came.kind === "filled") setTyped("");
  }
  // Else it would hand in the form around it. Readers of QR codes send one as well.
  const submitByKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void submit();
  };
  return (
    <div className="stack">
      {end.kind === "filled" && <Told title={say(filledBy(end.number))} />}
      <ErrorSummary problems={problems} />
      <FailureNotice
        failure={end.kind === "failure" ? end.failure : undefined}
        again={() => void submit()}
        isSending={isSending}
      />
      <p>{say(TEXTS.lead)}</p>
      <Choice
        id={fields.region}
        label={say(TEXTS.region)}
        problem={problemOf(fields.region)}
        value={region}
        choose={setRegion}
        options={[
          { value: "", text: say(TEXTS.choose) },
          ...regions.map((value) => ({ value, text: regionName(value) })),
        ]}
      />
      <TextField
        id={fields.code}
        label={say(TEXTS.code)}
        hint={say(TEXTS.hint)}
        problem={problemOf(fields.code)}
        of={{ value: typed, change: setTyped }}
        onKeyDown={submitByKey}
      />
      <button className="button" type="button" aria-disabled={isSending} onClick={() => void submit()}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </div>
  );
}
