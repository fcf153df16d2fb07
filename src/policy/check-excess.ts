import type { Catalogue, Domain, ExcessForm, Fact } from "../facts/index.js";
import { inShort, type Pointer, suggest } from "../problems/index.js";
import { isCount, reportUnfit } from "./check-form.js";
import type { Report } from "./report.js";

/** What a fact is counted in, so that it can be held against others that are counted in the same. */
function scaleOf({ domain }: Fact): string | undefined {
  if (domain.kind === "number") return domain.whole ? "whole numbers" : undefined;
  return domain.kind === "ordinal" ? JSON.stringify(domain.levels) : undefined;
}

const listOf = ({ from }: Fact): Pointer | undefined => (from !== undefined && "each" in from ? from.each : undefined);

/** Checks a fact that says by how much one fact is more than another: whether there are such facts, and they can be held against each other. */
export function checkExcess(
  domain: Domain,
  { more, than }: ExcessForm,
  pointer: Pointer,
  facts: Catalogue,
  report: Report,
): void {
  if (!isCount(domain)) reportUnfit(domain, "by how much a fact is more than another, from 0 on", pointer, report);
  const places = [
    { name: more, at: `${pointer}/more` },
    { name: than, at: `${pointer}/than` },
  ];
  const found = places.flatMap(({ name, at }) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact === undefined) {
      const { hint, ...rest } = suggest(name, Object.keys(facts));
      report({ pointer: at, code: "unknown-fact", message: `There is no fact "${inShort(name)}".${hint}`, ...rest });
      return [];
    }
    if (fact.from === undefined || !("more" in fact.from)) return [fact];
    const message = `"${inShort(name)}" says by how much one fact is more than another. Hold facts against each other that say something of the app.`;
    report({ pointer: at, code: "contradiction", message });
    return [];
  });
  const [greater, lesser] = found;
  if (greater === undefined || lesser === undefined) return;
  const scale = scaleOf(greater);
  const reportPair = (message: string) => report({ pointer: `${pointer}/than`, code: "contradiction", message });
  if (more === than) reportPair(`"${inShort(more)}" is never more than itself. Name two facts.`);
  else if (scale === undefined || scale !== scaleOf(lesser))
    reportPair(
      `"${inShort(more)}" and "${inShort(than)}" cannot be held against each other: that takes two whole numbers, or two facts with the same levels. Of other numbers, take the ratio with "per".`,
    );
  else if (listOf(greater) !== undefined && listOf(greater) === listOf(lesser))
    reportPair(
      `"${inShort(more)}" and "${inShort(than)}" count entries of one list. Count with "where" those that are the one and not the other.`,
    );
}
