import type { AppInWords } from "plimsoll/render";

/** What to do first: what helps most, or else what the tier asks; nothing, where nothing was found. */
export function nextStep({ reasons, findings }: AppInWords): string | undefined {
  const told = [...reasons, ...findings.filter(({ standing }) => standing.kind === "holds")];
  return told.find(({ advice }) => advice !== "")?.advice;
}
