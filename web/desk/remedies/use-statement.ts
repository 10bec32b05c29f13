import type {
  DecidingBody,
  GovernmentLevel,
  RemedyPlaceInput,
  RemedyStatementInput,
} from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { useKeptForm } from "../forms/use-kept-form.ts";
import { STATE } from "./remedies-operations.ts";

const PARTS = ["name-zh", "name-en", "address-zh", "address-en", "telephone", "online"] as const;
export type Part = (typeof PARTS)[number];
export type PlaceKind = "authority" | "court";
export type PlaceField = `${PlaceKind}-${Part}`;
export type TypedField = "effectiveFrom" | "reason" | PlaceField;

/** The fields of a place, in the order in which they are asked for. */
export const fieldsOf = (kind: PlaceKind): readonly PlaceField[] =>
  PARTS.map((part) => `${kind}-${part}` as const);

/** Something of each part of a place, by the field in which that part is typed. */
export const ofPlace = <K extends PlaceKind, T>(kind: K, of: Readonly<Record<Part, T>>) =>
  Object.fromEntries(PARTS.map((part) => [`${kind}-${part}`, of[part]])) as Record<`${K}-${Part}`, T>;

const FIELDS: readonly string[] = ["effectiveFrom", "reason", ...fieldsOf("authority"), ...fieldsOf("court")];

export type Draft = Readonly<Record<TypedField, string>> & {
  readonly body: DecidingBody | "";
  readonly level: GovernmentLevel | "";
};

/** A place that is stated already. */
type Place = {
  readonly name: Text;
  readonly address: Text | null;
  readonly telephone: string | null;
  readonly online: string | null;
};

/** The row that holds now, to be changed. */
export type Row = {
  readonly body: DecidingBody | null;
  readonly level: GovernmentLevel | null;
  readonly authority: Place | null;
  readonly court: Place | null;
};

const typedOf = (place: Place | null | undefined): Readonly<Record<Part, string>> => ({
  ...{ "name-zh": place?.name.zh ?? "", "name-en": place?.name.en ?? "" },
  ...{ "address-zh": place?.address?.zh ?? "", "address-en": place?.address?.en ?? "" },
  ...{ telephone: place?.telephone ?? "", online: place?.online ?? "" },
});

const draftOf = (row: Row | undefined): Draft => ({
  ...{ effectiveFrom: "", reason: "", body: row?.body ?? "", level: row?.level ?? "" },
  ...ofPlace("authority", typedOf(row?.authority)),
  ...ofPlace("court", typedOf(row?.court)),
});

const TEXTS = {
  noDay: { zh: "请选择生效日期", en: "Choose the day from which it holds" },
  noName: { zh: "请填写中文和英文名称", en: "Write the name in Chinese and in English" },
  halfAddress: { zh: "地址请填写中文和英文", en: "Write the address in Chinese and in English" },
  noReason: { zh: "请填写理由", en: "Write the reason" },
} satisfies Record<string, Text>;

const isTyped = (draft: Draft, field: PlaceField): boolean => draft[field].trim() !== "";

function missingIn(draft: Draft): readonly FoundProblem[] {
  const ofPlace = (kind: PlaceKind): readonly FoundProblem[] => {
    if (!fieldsOf(kind).some((field) => isTyped(draft, field))) return [];
    const isHalf = isTyped(draft, `${kind}-address-zh`) !== isTyped(draft, `${kind}-address-en`);
    const unnamed = [`${kind}-name-zh`, `${kind}-name-en`] as const;
    return [
      ...unnamed.filter((field) => !isTyped(draft, field)).map((field) => ({ field, text: TEXTS.noName })),
      ...(isHalf ? [{ field: `${kind}-address-zh`, text: TEXTS.halfAddress }] : []),
    ];
  };
  return [
    ...(draft.effectiveFrom === "" ? [{ field: "effectiveFrom", text: TEXTS.noDay }] : []),
    ...ofPlace("authority"),
    ...ofPlace("court"),
    ...(draft.reason.trim() === "" ? [{ field: "reason", text: TEXTS.noReason }] : []),
  ];
}

function placeIn(draft: Draft, kind: PlaceKind): RemedyPlaceInput | null {
  const typed = (part: Part): string => draft[`${kind}-${part}`].trim();
  if (typed("name-zh") === "") return null;
  const address = typed("address-zh") === "" ? null : { zh: typed("address-zh"), en: typed("address-en") };
  return {
    ...{ name: { zh: typed("name-zh"), en: typed("name-en") }, address },
    ...{ telephone: typed("telephone") || null, online: typed("online") || null },
  };
}

/** The field of the page that a place in the input is about: of `input.authority.name.zh` "authority-name-zh". */
function fieldAt(path: readonly string[]): string | undefined {
  const steps = path.filter((step) => step !== "input");
  return FIELDS.find((field) => field === steps.join("-")) ?? FIELDS.find((field) => field === steps[0]);
}

type Of = {
  readonly region: string;
  /** Undefined of the region's government. */
  readonly department: string | undefined;
  readonly row: Row | undefined;
  readonly done: () => void;
};

/** A statement as it is typed, beginning with the one that holds now. */
export const useStatement = ({ region, department, row, done }: Of) =>
  useKeptForm({
    ...{ name: `remedies:${region}:${department ?? ""}`, empty: () => draftOf(row) },
    ...{ fields: FIELDS, fieldAt, missingIn, done },
    document: STATE,
    variablesOf: (draft: Draft): { readonly input: RemedyStatementInput; readonly reason: string } => ({
      input: {
        ...{ region, department: department ?? null, effectiveFrom: draft.effectiveFrom },
        ...{ body: draft.body || null, level: draft.level || null },
        ...{ authority: placeIn(draft, "authority"), court: placeIn(draft, "court") },
      },
      reason: draft.reason.trim(),
    }),
  });
