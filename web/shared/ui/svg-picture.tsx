import { type ReactNode, useEffect, useState } from "react";

type SvgPictureProps = {
  readonly svg: string;
  /** Says what is on it, for those who do not see it. */
  readonly label: string;
};

/** A page of a licence as a picture, in which nothing runs and by which nothing is fetched. */
export function SvgPicture({ svg, label }: SvgPictureProps): ReactNode {
  const address = useAddress(svg);
  return address && <img className="licence-sheet" src={address} alt={label} />;
}

/** The address of a picture in this tab, for as long as it is shown. */
function useAddress(svg: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address;
}
