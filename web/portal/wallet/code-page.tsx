import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { time } from "../../shared/format/dates.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Waiting } from "../../shared/ui/waiting.tsx";
import { BackToLicence } from "../licences/back-to-licence.tsx";
import { FieldChoice } from "./field-choice.tsx";
import { NotBound } from "./not-bound.tsx";
import { NotShowable } from "./not-showable.tsx";
import { isShowable, type Showable } from "./showable.ts";
import { ShownCode } from "./shown-code.tsx";
import { Unable } from "./unable.tsx";
import { useLicenceCode } from "./use-licence-code.ts";
import { useShowable } from "./use-showable.ts";
import type { ThisDevice } from "./use-this-device.ts";

const TEXTS = {
  title: { zh: "向窗口出示", en: "Show it at a counter" },
  lead: {
    zh: "生成一个一次性的码，60 秒内由窗口或合作企业扫读。谁读了，您会收到通知。",
    en: "You get a code for one look, which a counter or a partner reads within 60 seconds. You are told who did.",
  },
  show: { zh: "出示证照码", en: "Show the code" },
  again: { zh: "出示新的证照码", en: "Show a new code" },
  showing: { zh: "正在生成…", en: "One moment…" },
  hide: { zh: "收起", en: "Take it off the screen" },
  used: { zh: "证照码已被读取", en: "The code was read" },
  seen: { zh: "看谁读了", en: "See who has read it" },
  over: { zh: "证照码已过期，没有人读取", en: "The code is over; nobody has read it" },
  overText: { zh: "需要时请出示新的。", en: "Show a new one when it is needed." },
  offline: { zh: "窗口没有网络？离线出示", en: "Is the counter offline? Show it without a network" },
} satisfies Record<string, Text>;
const readAt = (when: string): Text => ({
  zh: `${when} 读取。它已用过，不能再用。`,
  en: `It was read at ${when}, and is used up.`,
});

const route = getRouteApi("/licences/own/$id/code");

/** A code by which one counter that is online reads chosen fields of a licence, once. */
export function CodePage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const { asked, licence, device } = useShowable(id);
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {() =>
          licence &&
          (isShowable(licence) ? (
            <ByDevice licence={licence} device={device} />
          ) : (
            <NotShowable of={licence} />
          ))
        }
      </Answered>
      <p>
        <BackToLicence id={id} />
      </p>
    </Page>
  );
}

type ByDeviceProps = { readonly licence: Showable; readonly device: ThisDevice };

function ByDevice({ licence, device }: ByDeviceProps): ReactNode {
  switch (device.kind) {
    case "reading":
      return <Waiting />;
    case "unable":
      return <Unable />;
    case "unbound":
      return <NotBound licence={licence.id} />;
    case "bound":
      return <Codes licence={licence} device={device} />;
  }
}

type CodesProps = {
  readonly licence: Showable;
  readonly device: Extract<ThisDevice, { readonly kind: "bound" }>;
};

function Codes({ licence, device }: CodesProps): ReactNode {
  const { say } = useTexts();
  const [chosen, choose] = useState<readonly string[]>([]);
  const { shown, show, hide, isAsking, failure } = useLicenceCode(licence.id, device);
  const isShown = shown.kind === "shown";
  const ask = (): void => void show(chosen);
  return (
    <>
      {!isShown && <p>{say(TEXTS.lead)}</p>}
      <section className={isShown ? "part stack ride" : "part stack"}>
        <p className="strong">
          {say(licence.name)} {licence.number}
        </p>
        {shown.kind === "used" && (
          <Notice tone="good" title={say(TEXTS.used)} isNews>
            <p>{say(readAt(time(shown.at)))}</p>
            <Link className="link-target" to="/licences/own/$id" params={{ id: licence.id }} search={{}}>
              {say(TEXTS.seen)}
            </Link>
          </Notice>
        )}
        {shown.kind === "over" && (
          <Notice tone="act" title={say(TEXTS.over)} isNews>
            <p>{say(TEXTS.overText)}</p>
          </Notice>
        )}
        {isShown ? (
          <ShownCode code={shown.code} until={shown.until} />
        ) : (
          <FieldChoice fields={licence.fields} chosen={chosen} choose={choose} />
        )}
        <FailureNotice failure={failure} again={ask} isSending={isAsking} />
        <div className="buttons">
          <button
            className={isShown ? "button button-plain" : "button"}
            type="button"
            aria-disabled={isAsking}
            onClick={isShown ? hide : ask}
          >
            {say(isAsking ? TEXTS.showing : labelOf(shown.kind))}
          </button>
        </div>
      </section>
      {!isShown && (
        <p>
          <Link className="link-target" to="/licences/own/$id/offline" params={{ id: licence.id }}>
            {say(TEXTS.offline)}
          </Link>
        </p>
      )}
    </>
  );
}

/** One button in one place, so that the focus stays with what it does next. */
function labelOf(kind: "none" | "over" | "hidden" | "used" | "shown"): Text {
  if (kind === "shown") return TEXTS.hide;
  return kind === "none" ? TEXTS.show : TEXTS.again;
}
