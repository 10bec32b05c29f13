import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../../shared/sign-in/session.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Waiting } from "../../shared/ui/waiting.tsx";
import { useOnceFor } from "../../shared/use-once-for.ts";
import { BackToLicence } from "../licences/back-to-licence.tsx";
import { KeepIt } from "./keep-it.tsx";
import { NotBound } from "./not-bound.tsx";
import { NotShowable } from "./not-showable.tsx";
import { PresentIt } from "./present-it.tsx";
import { isShowable, type Showable } from "./showable.ts";
import { Unable } from "./unable.tsx";
import { isToBeRenewed, type Keeping, useKeptLicence } from "./use-kept-licence.ts";
import { useShowable } from "./use-showable.ts";
import type { ThisDevice } from "./use-this-device.ts";

const TITLE: Text = { zh: "离线出示", en: "Show it without a network" };

const route = getRouteApi("/licences/own/$id/offline");

/** Shows a licence to a counter that is offline. All that is drawn from this device works without a network and a sign-in. */
export function OfflinePage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const { status } = useSession();
  const { asked, licence, device } = useShowable(id);
  const keeping = useKeptLicence(id);
  const { kept, keep, forget, failure, isAsking } = keeping;
  const keepIt =
    isShowable(licence) && device.kind === "bound" ? () => void keep(licence, device) : undefined;
  useOnceFor(keepIt !== undefined && isToBeRenewed(kept), () => keepIt?.());
  const isOfOther =
    kept.kind === "kept" &&
    (device.kind === "unbound" || (device.kind === "bound" && device.keyId !== kept.licence.keyId));
  useOnceFor(isOfOther, () => void forget());
  const isRefused = licence !== undefined && !isShowable(licence);
  const answer = status === "signed-in" ? asked.answer : undefined;
  const isWaiting = kept.kind === "reading" || (kept.kind !== "kept" && asked.answer === undefined);
  return (
    <Page title={say(TITLE)} isNarrow>
      {isWaiting && <Waiting />}
      {isRefused && <NotShowable of={licence} />}
      {kept.kind === "kept" && !isRefused && <PresentIt of={kept.licence} forget={forget} />}
      {kept.kind !== "kept" && answer?.ok === false && (
        <TroubleNotice trouble={answer.trouble} again={asked.again} isAsking={asked.isAsking} />
      )}
      {!isWaiting && kept.kind !== "kept" && !isRefused && answer?.ok !== false && (
        <Begin {...{ id, keeping, licence, device }} />
      )}
      <FailureNotice failure={failure} again={() => keepIt?.()} isSending={isAsking} />
      <p>
        <BackToLicence id={id} />
      </p>
    </Page>
  );
}

type BeginProps = {
  readonly id: string;
  readonly keeping: Keeping;
  /** Undefined where nobody has signed in. */
  readonly licence: Showable | undefined;
  readonly device: ThisDevice;
};

/** The way to have the licence on this device, by what is still missing for it. */
function Begin({ id, keeping, licence, device }: BeginProps): ReactNode {
  if (!licence) return <KeepIt of={keeping} keep={undefined} />;
  switch (device.kind) {
    case "reading":
      return <Waiting />;
    case "unable":
      return <Unable />;
    case "unbound":
      return <NotBound licence={id} isOffline />;
    case "bound":
      return <KeepIt of={keeping} keep={() => void keeping.keep(licence, device)} />;
  }
}
