import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useConfig } from "../../shared/config.ts";
import { regionsAround } from "../../shared/format/regions.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import type { DeskFaresQuery, TransitMode } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { MODES } from "../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { BackToTreasury } from "../treasury/back-to-treasury.tsx";
import { TransitRegions } from "../treasury/transit-regions.tsx";
import { Entitlements } from "./entitlements.tsx";
import { FARES, TARIFF } from "./fares-operations.ts";
import { ProposeFares } from "./propose-fares.tsx";
import { type Shown, ShownTariff } from "./shown-tariff.tsx";

const TEXTS = {
  title: { zh: "公共交通票价", en: "Fares of transit" },
  about: {
    zh: "一个地区一种交通方式的全部票价，按起始日排列。运营方或资金人员提出，另一名资金人员同意后公布；起始日须在今天之后，之前的行程不变。",
    en: "All fares of a mode in a region, by their first day. An operator or a treasurer proposes, another treasurer agrees, and they are published. Their day is after today, and no ride of before changes.",
  },
  modes: { zh: "交通方式", en: "Mode" },
  none: { zh: "这个地区没有这种交通方式的票价。", en: "There are no fares of this mode in this region." },
} satisfies Record<string, Text>;
const ways = (mode: Text, waiting: number): Text =>
  waiting === 0 ? mode : { zh: `${mode.zh}（${waiting} 项待同意）`, en: `${mode.en} (${waiting} proposed)` };

const route = getRouteApi("/desk/treasury/fares");

/** The fares of a region that hold, that are to come, and that wait for another treasurer's word. */
export function FaresPage(): ReactNode {
  const { say } = useTexts();
  // Without one in the address it is the province, whose transit the region of this deployment rides.
  const [, , province] = regionsAround(useConfig().region);
  const search = route.useSearch();
  const region = search.region ?? province;
  const mode: TransitMode = search.mode === "BUS" ? "BUS" : "METRO";
  const navigate = useNavigate({ from: "/desk/treasury/fares" });
  const { told, tell } = useTold();
  const asked = useOwnAnswer(FARES, { region, mode });
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      {told}
      <Answered asked={asked}>
        {(data, errors) => {
          const trouble =
            troubleAt(errors, ["transitTariffs"]) ?? troubleAt(errors, ["proposedTransitTariffs"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const shown = shownOf(data);
          const ofMode = shown.filter((each) => each.tariff.mode === mode);
          return (
            <>
              <TransitRegions of={data.transitRegions ?? []} chosen={region} to="/desk/treasury/fares" />
              <Modes {...{ region, shown }} chosen={mode} />
              {ofMode.length === 0 && <p className="part">{say(TEXTS.none)}</p>}
              {ofMode
                .filter(({ tariff }) => tariff.standing !== "REPLACED")
                .map((each) => (
                  <ShownTariff
                    key={`${each.tariff.standing} ${each.tariff.effectiveFrom}`}
                    of={each}
                    published={ofMode}
                    tell={tell}
                  />
                ))}
              <Entitlements of={data.transitEntitlementRules ?? []} />
              <ProposeFares
                key={`${region} ${mode}`}
                {...{ region, mode }}
                published={ofMode}
                done={(fares, words) => {
                  tell(words);
                  void navigate({ search: { region: fares.region, mode: fares.mode } });
                }}
              />
            </>
          );
        }}
      </Answered>
      <BackToTreasury />
    </Page>
  );
}

/** Those that wait first, for they want a word; then those to come, and those in force. */
function shownOf({ proposedTransitTariffs, transitTariffs }: DeskFaresQuery): readonly Shown[] {
  const waiting = (proposedTransitTariffs ?? []).map((one) => ({
    ...{ tariff: readFragment(TARIFF, one), isOwn: one.isOwn === true },
    mayAgree: one.availableActions?.includes("agreeToTransitTariff") ?? false,
  }));
  const published = (transitTariffs ?? []).map((one) => ({
    ...{ tariff: readFragment(TARIFF, one), isOwn: false, mayAgree: false },
  }));
  return [...waiting, ...published];
}

type ModesProps = {
  readonly region: string;
  readonly chosen: TransitMode;
  readonly shown: readonly Shown[];
};

function Modes({ region, chosen, shown }: ModesProps): ReactNode {
  const { say } = useTexts();
  const waitingOf = (mode: TransitMode): number =>
    shown.filter(({ tariff }) => tariff.standing === "PROPOSED" && tariff.mode === mode).length;
  return (
    <nav className="ways" aria-label={say(TEXTS.modes)}>
      {(["METRO", "BUS"] as const).map((mode) => (
        <Link
          key={mode}
          to="/desk/treasury/fares"
          search={{ region, mode }}
          activeProps={{}}
          inactiveProps={{}}
          aria-current={mode === chosen ? "page" : undefined}
        >
          {say(ways(MODES[mode], waitingOf(mode)))}
        </Link>
      ))}
    </nav>
  );
}
