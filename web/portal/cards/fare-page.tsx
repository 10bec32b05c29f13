import { type ReactNode, useState } from "react";
import { dateAt } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalFarePlacesQuery, TransitCardKind } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { CARD_KINDS } from "../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Choice } from "../../shared/ui/choice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useProblems } from "../../shared/ui/use-problems.ts";
import { BackToCards } from "./back-to-card.tsx";
import { type FareQuestion, QuotedFare } from "./quoted-fare.tsx";

const PLACES = graphql(`
  query PortalFarePlaces {
    transitRegions {
      code
      name
      transitStations {
        code
        name
      }
    }
  }
`);

type Region = NonNullable<PortalFarePlacesQuery["transitRegions"]>[number];

const TEXTS = {
  title: { zh: "查地铁票价", en: "What a ride by metro costs" },
  none: { zh: "这里还没有地铁票价。", en: "No fares by metro are known here." },
  region: { zh: "城市", en: "City" },
  from: { zh: "进站", en: "From" },
  to: { zh: "出站", en: "To" },
  choose: { zh: "请选择车站", en: "Choose a station" },
  card: { zh: "卡种", en: "Kind of card" },
  day: { zh: "乘车日期", en: "Day" },
  clock: { zh: "进站时间（可不填）", en: "Time of entering, if you know it" },
  clockHint: { zh: "工作日早晨在部分车站有低峰优惠", en: "Some stations are cheaper early on working days" },
  spent: { zh: "本月已计入优惠的乘车费（元）", en: "Paid this month for rides that count, in yuan" },
  ask: { zh: "查票价", en: "Show the fare" },
  noFrom: { zh: "请选择进站车站", en: "Choose where you get in" },
  noTo: { zh: "请选择出站车站", en: "Choose where you get out" },
  noDay: { zh: "请选择乘车日期", en: "Choose the day" },
  noAmount: { zh: "请填写金额，例如 120.00", en: "Type an amount, for example 120.00" },
} satisfies Record<string, Text>;

export function FarePage(): ReactNode {
  const { say } = useTexts();
  const asked = useAnswer(PLACES, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ transitRegions }, errors) => {
          const trouble = troubleAt(errors, ["transitRegions"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const [first] = transitRegions ?? [];
          return first ? (
            <Asking regions={transitRegions ?? []} first={first} />
          ) : (
            <p className="part">{say(TEXTS.none)}</p>
          );
        }}
      </Answered>
      <p>
        <BackToCards />
      </p>
    </Page>
  );
}

const AMOUNT = /^\d{1,6}(\.\d{1,2})?$/;
const KINDS: readonly TransitCardKind[] = [
  ...(["STANDARD", "STUDENT", "SENIOR", "SOLDIER", "DISABLED_SOLDIER", "BLIND", "DISABLED"] as const),
];

function useQuestion(first: Region) {
  const [region, chooseRegion] = useState(first.code);
  const [from, chooseFrom] = useState("");
  const [to, chooseTo] = useState("");
  const [card, chooseCard] = useState<TransitCardKind>("STANDARD");
  const [on, chooseDay] = useState(() => dateAt(new Date()));
  const [clock, chooseClock] = useState("");
  const [monthSpend, changeSpend] = useState("0.00");
  const enteredAt = clock === "" ? undefined : new Date(`${on}T${clock}:00+08:00`).toISOString();
  const problems = [
    ...(from === "" ? [{ field: "from", text: TEXTS.noFrom }] : []),
    ...(to === "" ? [{ field: "to", text: TEXTS.noTo }] : []),
    ...(on === "" ? [{ field: "day", text: TEXTS.noDay }] : []),
    ...(AMOUNT.test(monthSpend) ? [] : [{ field: "spent", text: TEXTS.noAmount }]),
  ];
  return {
    ...{ region, from, to, card, on, clock, monthSpend, problems },
    ...{ chooseRegion, chooseFrom, chooseTo, chooseDay, chooseClock, changeSpend },
    chooseCard: (kind: string) => chooseCard(KINDS.find((each) => each === kind) ?? "STANDARD"),
    question: (): FareQuestion => ({
      ...{ region, from, to, card, on, monthSpend },
      ...(enteredAt ? { enteredAt } : {}),
    }),
  };
}

type AskingProps = { readonly regions: readonly Region[]; readonly first: Region };

function Asking({ regions, first }: AskingProps): ReactNode {
  const { say, language } = useTexts();
  const of = useQuestion(first);
  const [asked, ask] = useState<FareQuestion>();
  const { problems, problemOf, find } = useProblems();
  const stations = (regions.find(({ code }) => code === of.region)?.transitStations ?? []).toSorted((a, b) =>
    a.name.localeCompare(b.name, language),
  );
  const places = [
    { value: "", text: say(TEXTS.choose) },
    ...stations.map(({ code, name }) => ({ value: code, text: name })),
  ];
  const submit = (): void => {
    find(of.problems);
    ask(of.problems.length === 0 ? of.question() : undefined);
  };
  return (
    <>
      <form
        className="part waiting"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ErrorSummary problems={problems} />
        {regions.length > 1 && (
          <Choice
            id="region"
            label={say(TEXTS.region)}
            value={of.region}
            options={regions.map(({ code, name }) => ({ value: code, text: name }))}
            choose={of.chooseRegion}
          />
        )}
        <Choice
          {...{ id: "from", label: say(TEXTS.from), value: of.from, options: places, choose: of.chooseFrom }}
          problem={problemOf("from")}
        />
        <Choice
          {...{ id: "to", label: say(TEXTS.to), value: of.to, options: places, choose: of.chooseTo }}
          problem={problemOf("to")}
        />
        <Choice
          {...{ id: "card", label: say(TEXTS.card), value: of.card, choose: of.chooseCard }}
          options={KINDS.map((value) => ({ value, text: say(CARD_KINDS[value]) }))}
        />
        <Field id="day" label={say(TEXTS.day)} problem={problemOf("day")}>
          {(marks) => (
            <input
              {...marks}
              type="date"
              value={of.on}
              onChange={(event) => of.chooseDay(event.target.value)}
            />
          )}
        </Field>
        <Field id="clock" label={say(TEXTS.clock)} hint={say(TEXTS.clockHint)}>
          {(marks) => (
            <input
              {...marks}
              type="time"
              value={of.clock}
              onChange={(event) => of.chooseClock(event.target.value)}
            />
          )}
        </Field>
        <TextField
          id="spent"
          label={say(TEXTS.spent)}
          problem={problemOf("spent")}
          inputMode="decimal"
          of={{ value: of.monthSpend, change: of.changeSpend }}
        />
        <button className="button" type="submit">
          {say(TEXTS.ask)}
        </button>
      </form>
      {asked && <QuotedFare key={JSON.stringify(asked)} of={asked} />}
    </>
  );
}
