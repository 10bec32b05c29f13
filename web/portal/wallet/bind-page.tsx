import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Waiting } from "../../shared/ui/waiting.tsx";
import { BindForm } from "./bind-form.tsx";
import { Unable } from "./unable.tsx";
import { useBinding } from "./use-binding.ts";
import { useThisDevice } from "./use-this-device.ts";

const DEVICES = graphql(`
  query PortalDevicesToBind {
    me {
      id
      walletDevices {
        ...BoundDevice
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "用这台设备出示证照", en: "Show licences from this device" },
  lead: {
    zh: "绑定后，这台设备的浏览器就能向窗口出示您的电子证照。绑定会通知您本人，随时可以解除。",
    en: "Once it is bound, this browser shows your electronic licences at counters. You are told of it, and can revoke it at any time.",
  },
  own: {
    zh: "请只绑定您自己的设备：能打开它并登录的人，都能用它出示您的证照。",
    en: "Bind a device of your own only: anybody who opens it and is signed in as you can show your licences with it.",
  },
  already: { zh: "这台设备已经绑定", en: "This device is bound already" },
  done: { zh: "这台设备已绑定", en: "This device is bound now" },
  show: { zh: "去出示证照", en: "Go on and show the licence" },
  toLicences: { zh: "选择要出示的证照", en: "Choose a licence to show" },
  devices: { zh: "查看已绑定的设备", en: "See your bound devices" },
} satisfies Record<string, Text>;
const called = (name: string): Text => ({ zh: `名称：${name}`, en: `It is called “${name}”.` });

const route = getRouteApi("/licences/devices/bind");

/** Makes this browser one that shows the reader's licences, and leads back to the licence that was to be shown. */
export function BindPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(DEVICES, {});
  const binding = useBinding();
  const devices = asked.answer?.ok ? (asked.answer.data.me?.walletDevices ?? undefined) : undefined;
  const here = useThisDevice(devices);
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      {binding.bound !== undefined && (
        <Told title={say(TEXTS.done)}>
          <p>{say(called(binding.bound))}</p>
          <GoOn />
        </Told>
      )}
      {binding.bound === undefined && (
        <>
          <p>{say(TEXTS.lead)}</p>
          <Answered asked={asked}>
            {(_, errors) => {
              const trouble = troubleAt(errors, ["me", "walletDevices"]);
              if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
              switch (here.kind) {
                case "reading":
                  return <Waiting />;
                case "unable":
                  return <Unable />;
                case "bound":
                  return (
                    <Notice tone="good" title={say(TEXTS.already)}>
                      <GoOn />
                    </Notice>
                  );
                case "unbound":
                  return (
                    <>
                      <p>{say(TEXTS.own)}</p>
                      <BindForm of={binding} />
                    </>
                  );
              }
            }}
          </Answered>
        </>
      )}
      <p>
        <Link className="link-target" to="/licences/devices">
          {say(TEXTS.devices)}
        </Link>
      </p>
    </Page>
  );
}

/** To the licence for which the reader has come here, or to all of them. */
function GoOn(): ReactNode {
  const { say } = useTexts();
  const { licence, offline } = route.useSearch();
  if (licence === undefined)
    return (
      <Link className="button" to="/licences">
        {say(TEXTS.toLicences)}
      </Link>
    );
  return (
    <Link
      className="button"
      to={offline === undefined ? "/licences/own/$id/code" : "/licences/own/$id/offline"}
      params={{ id: licence }}
    >
      {say(TEXTS.show)}
    </Link>
  );
}
