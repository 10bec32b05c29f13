import { describeAccess } from "./describe-access.ts";
import { descriptionsOf, packedDescriptions } from "./descriptions.ts";
import { documentedSchema } from "./emit-type-defs.mjs";

/** A codegen plugin: the descriptions of the documents of `schema/` as a module, packed, which introspection alone loads. */
export const plugin = () =>
  `export const descriptions = "${packedDescriptions(descriptionsOf(describeAccess(documentedSchema())))}";\n`;
