import { type Rendering, renderPdf, renderSvg } from "../services/government/licences/rendering/index.ts";
import { allFields, sampleOf } from "../test/government/licences/rendering/samples.ts";
import { type Figure, median, ms } from "./measure.ts";

const ROUNDS = 60;
const WARM_ROUNDS = 10;

/** A card and a sheet with a long text, as SVG and as PDF; and the first PDF of a process, which reads the font. */
export async function licencePage(): Promise<readonly Figure[]> {
  const card = sampleOf("residence-permit", { fields: allFields("residence-permit") });
  const sheet = sampleOf("business-licence");
  const started = performance.now();
  await renderPdf(card);
  const first = performance.now() - started;
  const pages = [
    ["a card", card],
    ["an A4 sheet with a long text", sheet],
  ] as const;
  const figures: Figure[] = [];
  for (const [what, page] of pages) {
    for (const [kind, render] of KINDS) {
      const { took, bytes } = await measured(() => render(page));
      figures.push({
        ...{ what: `${what} as ${kind}, p50`, measured: `${ms(took)}, ${Math.round(bytes / 1_000)} kB` },
        bound: "",
      });
    }
  }
  return [...figures, { what: "the first PDF of a process", measured: ms(first), bound: "" }];
}

const KINDS = [
  ["SVG", async (page: Rendering) => Buffer.from(renderSvg(page))],
  ["PDF", renderPdf],
] as const;

async function measured(render: () => Promise<Uint8Array>) {
  const taken: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    bytes = (await render()).length;
    if (round >= WARM_ROUNDS) taken.push(performance.now() - started);
  }
  return { took: median(taken), bytes };
}
