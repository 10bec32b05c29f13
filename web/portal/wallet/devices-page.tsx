import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { DeviceList } from "./device-list.tsx";

const DEVICES = graphql(`
  query PortalDevices {
    me {
      id
      walletDevices {
        ...ListedDevice
        ...BoundDevice
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "出示证照的设备", en: "Devices that show your licences" },
  lead: {
    zh: "只有绑定的设备能出示您的电子证照。手机丢了，请立即在这里解除。",
    en: "Bound devices alone show your electronic licences. If a phone is lost, revoke it here at once.",
  },
  back: { zh: "回到证照", en: "Back to the licences" },
} satisfies Record<string, Text>;

/** The devices that show the reader's licences, and those that no longer do. */
export function DevicesPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(DEVICES, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <p>{say(TEXTS.lead)}</p>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "walletDevices"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return <DeviceList of={me?.walletDevices ?? []} />;
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/licences">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}
