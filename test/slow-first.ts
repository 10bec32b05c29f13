import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that start platforms, browsers and syntheses, in the order in which they begin. Two that prepare the same are not
 * the first two: each would prepare it.
 */
const SLOW = ["test/web/portal", "test/infra/", "test/web/", "test/local/", "test/docs/", "test/fuzz/"];

/** Begins with what takes long, so that at the end no process works on one long file while the others have none. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const path = relative(this.ctx.config.root, moduleId);
      const place = SLOW.findIndex((start) => path.startsWith(start));
      return place === -1 ? SLOW.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
