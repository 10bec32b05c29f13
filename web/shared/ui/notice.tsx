import type { ReactNode } from "react";

type NoticeProps = {
  readonly tone?: "good" | "bad" | "act";
  readonly title: string;
  /** Told at once by a screen reader, for what has come up without the page having changed. */
  readonly isNews?: boolean;
  readonly children?: ReactNode;
};

export function Notice({ tone, title, isNews = false, children }: NoticeProps): ReactNode {
  return (
    <div className={tone ? `notice notice-${tone}` : "notice"} {...(isNews ? { role: "alert" } : {})}>
      <p className="strong">{title}</p>
      {children}
    </div>
  );
}
