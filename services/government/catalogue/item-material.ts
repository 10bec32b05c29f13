import type { LocalizedText } from "./item-terms.ts";
import type { Material, ServiceItem } from "./service-item.ts";

/** A material of an item by its code. */
export const materialOf = (
  { materials }: Pick<ServiceItem, "materials">,
  code: string | undefined,
): Material | undefined => materials.find((one) => one.code === code);

/** Its name; the code where the item has no such material any more. */
export const materialName = (item: Pick<ServiceItem, "materials">, code: string): LocalizedText =>
  materialOf(item, code)?.name ?? { zh: code, en: code };
