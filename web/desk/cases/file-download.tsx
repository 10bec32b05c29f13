import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { ask } from "../../shared/graphql/ask.ts";
import type { Trouble } from "../../shared/graphql/trouble.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";

const DOWNLOAD = graphql(`
  mutation DeskDownload($application: ID!, $file: ID!) {
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
  failed: { zh: "没有取到文件，请重试。", en: "The file did not come. Try again." },
} satisfies Record<string, Text>;

type State =
  | { readonly kind: "idle" | "opening" }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

type FileDownloadProps = { readonly application: string; readonly file: string; readonly name: string };

/** Fetches a file of the case, which goes on its record. The link holds for five minutes, so it is asked for anew each time. */
export function FileDownload({ application, file, name }: FileDownloadProps): ReactNode {
  const { say } = useTexts();
  const [state, setState] = useState<State>({ kind: "idle" });
  async function open(): Promise<void> {
    if (state.kind === "opening") return;
    setState({ kind: "opening" });
    const answer = await ask(DOWNLOAD, { application, file });
    if (!answer.ok) return setState({ kind: "trouble", trouble: answer.trouble });
    const { downloadMaterial: given } = answer.data;
    if (given?.__typename !== "MaterialDownload")
      return setState({ kind: "refused", why: given?.message ?? say(TEXTS.failed) });
    setState({ kind: "idle" });
    // In a window of its own: to leave this page would end the sign-in.
    const link = document.createElement("a");
    Object.assign(link, { href: given.url, target: "_blank", rel: "noopener" });
    link.click();
  }
  return (
    <div className="stack-tight">
      <button
        className="button button-plain"
        type="button"
        onClick={open}
        aria-disabled={state.kind === "opening"}
        aria-label={`${say(TEXTS.open)} ${name}`}
      >
        {say(state.kind === "opening" ? TEXTS.opening : TEXTS.open)}
      </button>
      {state.kind === "refused" && (
        <span className="field-error" role="alert">
          {state.why}
        </span>
      )}
      {state.kind === "trouble" && <TroubleNotice trouble={state.trouble} again={open} />}
    </div>
  );
}
