import { type ReactNode, useState } from "react";
import { graphql } from "../generated/gql.ts";
import { ask } from "../graphql/ask.ts";
import { resultIn } from "../graphql/result-in.ts";
import type { NotDone } from "../graphql/use-act.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { FailureNotice } from "../ui/failure-notice.tsx";

const DOWNLOAD = graphql(`
  mutation DownloadMaterial($application: ID!, $file: ID!) {
    downloadMaterial(application: $application, file: $file) {
      __typename
      ... on MaterialDownload {
        url
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  open: { zh: "下载查看", en: "Download" },
  opening: { zh: "正在下载…", en: "Downloading…" },
} satisfies Record<string, Text>;

type FileDownloadProps = { readonly application: string; readonly file: string; readonly name: string };

/** Fetches a file of the case, which goes on its record. The link holds for five minutes, so it is asked for anew each time. */
export function FileDownload({ application, file, name }: FileDownloadProps): ReactNode {
  const { say } = useTexts();
  const [isOpening, setOpening] = useState(false);
  const [failure, setFailure] = useState<NotDone>();
  async function open(): Promise<void> {
    if (isOpening) return;
    setOpening(true);
    const came = resultIn(await ask(DOWNLOAD, { application, file }), "downloadMaterial");
    setOpening(false);
    if (came.kind === "trouble") return setFailure(came);
    const { result } = came;
    if (result.__typename !== "MaterialDownload")
      return setFailure({ kind: "refused", message: result.message });
    setFailure(undefined);
    // In a window of its own: to leave this page would end the sign-in.
    const link = document.createElement("a");
    Object.assign(link, { href: result.url, target: "_blank", rel: "noopener" });
    link.click();
  }
  return (
    <div className="stack-tight">
      <button
        className="button button-plain"
        type="button"
        onClick={open}
        aria-disabled={isOpening}
        aria-label={`${say(TEXTS.open)} ${name}`}
      >
        {say(isOpening ? TEXTS.opening : TEXTS.open)}
      </button>
      <FailureNotice failure={failure} again={() => void open()} isSending={isOpening} />
    </div>
  );
}
