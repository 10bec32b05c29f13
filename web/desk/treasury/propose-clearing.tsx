import type { ReactNode } from "react";
import type { ClearingKind, DeskClearingQuery } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { KeptFormFrame } from "../forms/kept-form.tsx";
import { type Asked, TypedFields } from "../forms/typed-fields.tsx";
import { useKeptForm } from "../forms/use-kept-form.ts";
import { PROPOSE_CLEARING } from "./clearing-operations.ts";
import { CLEARING_KINDS } from "./clearing-words.ts";
import type { Operator } from "./settled-operators.tsx";

const TEXTS = {
  title: { zh: "提出清分规则", en: "Propose a rule" },
  about: {
    zh: "起始日须在今天之后。同一起始日未获同意的提议会被替换。",
    en: "Its first day is after today. A proposal for the same day that nobody has agreed to is replaced.",
  },
  kind: { zh: "怎样分", en: "How a ride is shared" },
  lines: { zh: "各线路的运营方", en: "The operator of each line" },
  linesHint: {
    zh: "未选的线路，里程归出站运营方。列出的是已有结算合同的运营方。",
    en: "Metres on a line without one are those of the operator at the exit. Operators with a contract of settlement are listed.",
  },
  ofExit: { zh: "归出站运营方", en: "The operator at the exit" },
  send: { zh: "提出规则", en: "Propose it" },
  sending: { zh: "正在提交…", en: "Sending…" },
  sent: { zh: "已提出，待另一名资金人员同意", en: "It waits for another treasurer to agree" },
  noDay: { zh: "请选择起始日", en: "Choose the first day" },
  noShare: { zh: "请填写千分比，例如 500", en: "Write thousandths, for example 500" },
} satisfies Record<string, Text>;

const FIELDS = ["effectiveFrom", "entryPerMille", "lines"] as const;
type Typed = "effectiveFrom" | "entryPerMille";
type Draft = Readonly<Record<Typed, string>> & {
  readonly kind: ClearingKind;
  /** The operator by the line's code. */
  readonly lines: Readonly<Record<string, string>>;
};
const EMPTY = (): Draft => ({ effectiveFrom: "", entryPerMille: "500", kind: "DISTANCE", lines: {} });

const ASKED: Readonly<Record<Typed, Asked>> = {
  effectiveFrom: {
    label: { zh: "起始日", en: "First day" },
    hint: { zh: "行程属于进站的那一天", en: "A ride belongs to the day of its entry" },
    input: { type: "date" },
  },
  entryPerMille: {
    label: { zh: "进站运营方的份额（‰）", en: "Share of the operator at the entry, in thousandths (‰)" },
    hint: { zh: "其余归出站运营方", en: "The operator at the exit has the rest" },
    input: { inputMode: "numeric", maxLength: 4 },
  },
};

function missingIn({ effectiveFrom, kind, entryPerMille }: Draft): readonly FoundProblem[] {
  const isShare = kind !== "FIXED" || /^\d{1,4}$/.test(entryPerMille.trim());
  return [
    ...(effectiveFrom === "" ? [{ field: "effectiveFrom", text: TEXTS.noDay }] : []),
    ...(isShare ? [] : [{ field: "entryPerMille", text: TEXTS.noShare }]),
  ];
}

const inputOf = (region: string, { effectiveFrom, kind, entryPerMille, lines }: Draft) => ({
  ...{ region, effectiveFrom, kind },
  ...(kind === "FIXED" ? { entryPerMille: Number(entryPerMille) } : {}),
  ...(kind === "DISTANCE" ? { lines: linesIn(lines) } : {}),
});

const linesIn = (lines: Draft["lines"]) =>
  Object.entries(lines).flatMap(([line, operator]) => (operator === "" ? [] : { line, operator }));

type ProposeProps = {
  readonly region: string;
  readonly lines: NonNullable<DeskClearingQuery["transitLines"]>;
  readonly operators: readonly Operator[];
  readonly tell: (done: string) => void;
};

/** The first treasurer's word on how the operators of a region are to share rides. */
export function ProposeClearing({ region, lines, operators, tell }: ProposeProps): ReactNode {
  const { say } = useTexts();
  const form = useKeptForm({
    ...{ name: `clearing:${region}`, empty: EMPTY, fields: FIELDS, missingIn },
    document: PROPOSE_CLEARING,
    variablesOf: (draft: Draft) => ({ input: inputOf(region, draft) }),
    done: () => tell(say(TEXTS.sent)),
  });
  const { draft, write, problemOf } = form;
  const typed = {
    ...{ asked: ASKED, draft, problemOf },
    write: (field: Typed, text: string) => write({ [field]: text }),
  };
  return (
    <KeptFormFrame of={form} texts={TEXTS}>
      <TypedFields {...typed} fields={["effectiveFrom"]} />
      <Choice
        id="kind"
        label={say(TEXTS.kind)}
        value={draft.kind}
        options={KINDS.map((kind) => ({ value: kind, text: say(CLEARING_KINDS[kind]) }))}
        choose={(value) => write({ kind: KINDS.find((kind) => kind === value) ?? "EXIT" })}
      />
      {draft.kind === "FIXED" && <TypedFields {...typed} fields={["entryPerMille"]} />}
      {draft.kind === "DISTANCE" && (
        <FieldSet
          id="lines"
          legend={say(TEXTS.lines)}
          hint={say(TEXTS.linesHint)}
          problem={problemOf("lines")}
          isFramed
        >
          {lines.map(({ code, name }) => (
            <Choice
              key={code}
              id={`line-${code}`}
              label={name}
              value={draft.lines[code] ?? ""}
              options={[
                { value: "", text: say(TEXTS.ofExit) },
                ...operators.map((one) => ({ value: one.id, text: one.name })),
              ]}
              choose={(operator) => write({ lines: { ...draft.lines, [code]: operator } })}
            />
          ))}
        </FieldSet>
      )}
    </KeptFormFrame>
  );
}

const KINDS: readonly ClearingKind[] = ["DISTANCE", "FIXED", "EXIT"];
