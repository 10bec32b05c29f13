import type { ReactNode } from "react";
import type { TransitMode, TransitTariffInput } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";
import { KeptFormFrame } from "../forms/kept-form.tsx";
import { TextFileField } from "../forms/text-file-field.tsx";
import { FareParts } from "./fare-parts.tsx";
import { lastBefore, type Shown } from "./shown-tariff.tsx";
import { FILE, faresOf, fileOf, useProposedFares } from "./use-proposed-fares.ts";

const TEXTS = {
  title: { zh: "提出新票价", en: "Propose fares" },
  about: {
    zh: "票价须整体提出：文件与接口 proposeTransitTariff 的 input 相同。起始日须在今天之后；同一天未获同意的提议会被替换。",
    en: "Fares are proposed as a whole, in a file that is the input of the API's proposeTransitTariff. Their day is after today; a proposal for the same day that nobody has agreed to is replaced.",
  },
  begin: { zh: "以最近公布的票价为底稿", en: "Begin with the fares published last" },
  choose: { zh: "选择文件", en: "Choose the file" },
  text: { zh: "或粘贴、修改内容", en: "Or paste it, and change it" },
  hint: {
    zh: "填写起始日 effectiveFrom（例如 2027-01-01）和制定机关、文件 source。",
    en: "State the first day as effectiveFrom, for example 2027-01-01, and the authority with its notice as source.",
  },
  shown: { zh: "公布后这样显示", en: "As they will be shown" },
  send: { zh: "提出票价", en: "Propose them" },
  sending: { zh: "正在提交…", en: "Sending…" },
  sent: { zh: "已提出，待另一名资金人员同意", en: "They wait for another treasurer to agree" },
} satisfies Record<string, Text>;

type ProposeFaresProps = {
  readonly region: string;
  readonly mode: TransitMode;
  /** All fares of the mode, the latest day first; those that wait are among them. */
  readonly published: readonly Shown[];
  readonly done: (fares: TransitTariffInput, words: string) => void;
};

/** The first treasurer's word on the fares of a mode from a day on. */
export function ProposeFares({ region, mode, published, done }: ProposeFaresProps): ReactNode {
  const { say } = useTexts();
  const form = useProposedFares({ region, mode, done: (fares) => done(fares, say(TEXTS.sent)) });
  const { draft, write, problemOf, fares } = form;
  const tariffs = published.map(({ tariff }) => tariff);
  const base = tariffs.find(({ standing }) => standing !== "PROPOSED");
  return (
    <KeptFormFrame of={form} texts={TEXTS}>
      {base && draft.text === "" && (
        <div>
          <button
            className="button button-plain"
            type="button"
            onClick={() => {
              write({ text: fileOf(base) });
              document.getElementById(FILE)?.focus();
            }}
          >
            {say(TEXTS.begin)}
          </button>
        </div>
      )}
      <TextFileField
        id={`${FILE}-chosen`}
        label={say(TEXTS.choose)}
        accept=".json,application/json"
        read={(text) => write({ text })}
      />
      <Field id={FILE} label={say(TEXTS.text)} hint={say(TEXTS.hint)} problem={problemOf(FILE)}>
        {(marks) => (
          <textarea
            {...marks}
            className="code"
            rows={14}
            spellCheck={false}
            value={draft.text}
            onChange={(event) => write({ text: event.target.value })}
          />
        )}
      </Field>
      {fares && (
        <>
          <h3>{say(TEXTS.shown)}</h3>
          <FareParts
            of={faresOf(fares, tariffs)}
            before={
              fares.region === region && fares.mode === mode
                ? lastBefore({ effectiveFrom: fares.effectiveFrom, standing: "PROPOSED" }, published)
                : undefined
            }
          />
        </>
      )}
    </KeptFormFrame>
  );
}
