import type { DeskActsFragment, FindingResult } from "../../../shared/generated/graphql.ts";
import type { Text } from "../../../shared/texts/text.ts";
import type { Act, ActField } from "./act.ts";
import { ACT_WORDS, type ActName } from "./act-texts.ts";
import * as operations from "./operations.ts";

const TEXTS = {
  first: { zh: "第一名检查员", en: "One inspector" },
  second: { zh: "第二名检查员", en: "The other inspector" },
  toPutRight: { zh: "需要整改的内容", en: "Things to be put right" },
} satisfies Record<string, Text>;
const observation = (name: Text): Text => ({
  zh: `${name.zh}：检查情况（不符合的必须写明）`,
  en: `${name.en}: what was found; needed where it is not met`,
});
const RESULTS: Readonly<Record<FindingResult, Text>> = {
  MET: { zh: "符合", en: "Met" },
  NOT_MET: { zh: "不符合", en: "Not met" },
  NOT_APPLICABLE: { zh: "不适用", en: "Does not apply" },
};
const RESULT_NAMES = ["MET", "NOT_MET", "NOT_APPLICABLE"] as const satisfies readonly FindingResult[];

type OfInspection = Extract<
  ActName,
  "APPOINT_INSPECTORS" | "RECORD_FINDINGS" | "SIGN_REPORT" | "ORDER_REINSPECTION"
>;

/** The acts of an inspection on site: a procedure of its own within a step that has a checklist. */
export function inspectionActs(name: OfInspection, of: DeskActsFragment): readonly Act[] {
  const { id } = of;
  const act = { key: name, ...ACT_WORDS[name], isGrave: false };
  switch (name) {
    case "APPOINT_INSPECTORS":
      return appointing(of);
    case "RECORD_FINDINGS": {
      const points = pointsOf(of);
      return [
        {
          ...act,
          fields: points.flatMap(fieldsOf),
          send: (send, values) => {
            const findings = points.map(({ code }) => ({
              point: code,
              result: RESULT_NAMES.find((one) => one === values[resultOf(code)]) ?? "NOT_MET",
              note: values[noteOf(code)] ?? "",
            }));
            return send(operations.RECORD_FINDINGS, { id, findings });
          },
        },
      ];
    }
    case "SIGN_REPORT":
      return [{ ...act, fields: [], send: (send) => send(operations.SIGN_REPORT, { id }) }];
    case "ORDER_REINSPECTION":
      return [
        {
          ...act,
          fields: [{ kind: "text", name: "note", label: TEXTS.toPutRight }],
          send: (send, values) => send(operations.ORDER_REINSPECTION, { id, note: values["note"] ?? "" }),
        },
      ];
  }
}

const resultOf = (point: string): string => `result.${point}`;
const noteOf = (point: string): string => `note.${point}`;

type Point = DeskActsFragment["item"]["steps"][number]["checklist"][number];

/** The checklist of the inspection that is under way. */
function pointsOf({ inspections, item }: DeskActsFragment): readonly Point[] {
  const open = inspections?.find(({ completedAt }) => !completedAt);
  return item.steps.find(({ code }) => code === open?.step)?.checklist ?? [];
}

const fieldsOf = ({ code, name }: Point): readonly ActField[] => [
  {
    ...{ kind: "choice", name: resultOf(code), label: name },
    options: RESULT_NAMES.map((value) => ({ value, text: RESULTS[value] })),
  },
  { kind: "text", name: noteOf(code), label: observation(name), optional: true },
];

function appointing({ id, item, progress }: DeskActsFragment): readonly Act[] {
  const isToInspect = (code: string): boolean =>
    item.steps.some((step) => step.code === code && step.checklist.length > 0);
  return progress
    .filter(({ code, state }) => (state === "WAITING" || state === "CLAIMED") && isToInspect(code))
    .map(({ code: step, department }) => {
      const among = { kind: "inspectors", department } as const;
      return {
        ...{ key: `APPOINT_INSPECTORS.${step}`, ...ACT_WORDS.APPOINT_INSPECTORS, isGrave: false },
        fields: [
          { kind: "person", name: "first", label: TEXTS.first, among, optional: false },
          { kind: "person", name: "second", label: TEXTS.second, among, optional: false },
        ],
        send: (send, { first = "", second = "" }) =>
          send(operations.APPOINT_INSPECTORS, { id, step, inspectors: [first, second] }),
      } satisfies Act;
    });
}
