import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import type { Place, QueueSearch } from "./queue-search.ts";
import { useClaimNext } from "./use-claim-next.ts";

const TEXTS = {
  claim: { zh: "领取下一件", en: "Take on the next one" },
  claiming: { zh: "正在领取…", en: "Taking it on…" },
  none: { zh: "没有可以领取的环节", en: "There is none for you to take on" },
  why: {
    zh: "这里的环节属于其他岗位，或者已被同事领取。可以换一个部门或地区再看。",
    en: "The steps that wait here are for other roles, or colleagues have just taken them on. Look in another department or region.",
  },
} satisfies Record<string, Text>;

type ClaimNextProps = { readonly place: Place; readonly search: QueueSearch };

export function ClaimNext({ place, search }: ClaimNextProps): ReactNode {
  const { say } = useTexts();
  const { claim, isClaiming, outcome } = useClaimNext(place, search);
  return (
    <div className="stack">
      <button className="button" type="button" onClick={claim} aria-disabled={isClaiming}>
        {say(isClaiming ? TEXTS.claiming : TEXTS.claim)}
      </button>
      {outcome === "none" && (
        <Notice title={say(TEXTS.none)} isNews>
          <p>{say(TEXTS.why)}</p>
        </Notice>
      )}
      {outcome && outcome !== "none" && (
        <TroubleNotice trouble={outcome} again={claim} isAsking={isClaiming} />
      )}
    </div>
  );
}
