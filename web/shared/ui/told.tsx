import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "./notice.tsx";

type ToldProps = { readonly title: string; readonly children?: ReactNode };

/** Something that was done: it takes the focus as it comes up, because the button that did it may have gone. */
export function Told({ title, children }: ToldProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div tabIndex={-1} ref={place}>
      <Notice tone="good" title={title} isNews>
        {children}
      </Notice>
    </div>
  );
}
