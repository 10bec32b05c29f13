import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { type KeptRide, readRides } from "../../shared/ride/kept-rides.ts";
import { SignInButton } from "../../shared/sign-in/sign-in-button.tsx";
import { ending } from "../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Page } from "../../shared/ui/page.tsx";
import { type KeptLicence, readLicences } from "../../shared/wallet/kept-licences.ts";
import { FIND_HALL } from "../halls/hall-texts.ts";

const TEXTS = {
  title: { zh: "政务与生活服务，一处办理", en: "Public services, all in one place" },
  lead: {
    zh: "登录后，一页看到您的账单、公积金、交通卡、办件和预约，以及什么时候该做什么。",
    en: "Sign in to see your bills, housing fund, transit cards, cases and appointments on one page, and what is to be done by when.",
  },
  find: { zh: "先看看能办什么", en: "Look up a service first" },
  findText: {
    zh: "每个事项都写明要什么材料、多少天办结、需要跑几次，无需登录。",
    en: "Every service says what it asks for, how long it takes and how many visits it needs. No sign-in needed.",
  },
  ride: { zh: "乘车码", en: "Ride code" },
  offline: { zh: "没有网络也能出示。", en: "It works without a network." },
  show: { zh: "出示", en: "Show it" },
  verify: { zh: "核验电子证照", en: "Verify an electronic licence" },
  toServices: { zh: "查找办事事项", en: "Find a service" },
} satisfies Record<string, Text>;

/** The front page of somebody who has not signed in. */
export function Welcome(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)}>
      <div className="part stack">
        <p>{say(TEXTS.lead)}</p>
        <SignInButton />
      </div>
      <KeptHere />
      <section className="part stack">
        <h2>{say(TEXTS.find)}</h2>
        <p>{say(TEXTS.findText)}</p>
        <Link className="button button-plain" to="/services">
          {say(TEXTS.toServices)}
        </Link>
        <Link className="link-target" to="/halls" search={{}}>
          {say(FIND_HALL)}
        </Link>
        <Link className="link-target" to="/verify">
          {say(TEXTS.verify)}
        </Link>
      </section>
    </Page>
  );
}

/** Ride codes and licences that somebody has put on this device: they are shown without a sign-in. */
function KeptHere(): ReactNode {
  const { say } = useTexts();
  const [rides, setRides] = useState<readonly KeptRide[]>([]);
  const [licences, setLicences] = useState<readonly KeptLicence[]>([]);
  useEffect(() => {
    void readRides().then(setRides);
    void readLicences().then(setLicences);
  }, []);
  return (
    <>
      {rides.map(({ card, ending: digits }) => (
        <KeptThing key={card} title={say(TEXTS.ride)} number={say(ending(digits))}>
          <Link className="button" to="/cards/$card/ride" params={{ card }}>
            {say(TEXTS.ride)}
          </Link>
        </KeptThing>
      ))}
      {licences.map(({ licence: id, name, number }) => (
        <KeptThing key={id} title={say(name)} number={number}>
          <Link className="button" to="/licences/own/$id/offline" params={{ id }}>
            {say(TEXTS.show)}
          </Link>
        </KeptThing>
      ))}
    </>
  );
}

type KeptThingProps = { readonly title: string; readonly number: string; readonly children: ReactNode };

function KeptThing({ title, number, children }: KeptThingProps): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part stack">
      <h2>
        {title} <span className="soft small">{number}</span>
      </h2>
      <p>{say(TEXTS.offline)}</p>
      {children}
    </section>
  );
}
