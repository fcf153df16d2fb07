import type { Pack, Reference } from "plimsoll";
import { owaspRisks, packs, recommendedPolicy } from "plimsoll/packs";
import { linesIn } from "../../src/policy/index.js";
import { holdingIn, judgedBy } from "../field-reports/judged.js";
import { isControl, reports } from "../field-reports/reports.js";
import { code, json, table } from "./markdown.js";

const source = ({ title, id, date, url }: Reference) => {
  const named = id === undefined ? title : `${title}, ${id}`;
  return `${url === undefined ? named : `[${named}](${url})`} (${date})`;
};

/** Each source once, in the order in which it comes. */
const sources = (references: readonly Reference[] = []) => references.map(source).join("; ");

/** The facts that a pack asks for, each once. */
function factsAskedBy({ add }: Pack): readonly string[] {
  const conditions = [
    ...(add.signs ?? []).flatMap(({ when, unless }) => (unless === undefined ? [when] : [when, unless])),
    ...(add.checks ?? []).flatMap((check) => ("when" in check ? [check.when] : [])),
    ...(add.boundaries ?? []).flatMap(({ when }) => when ?? []),
    ...(add.checklist ?? []).flatMap(({ met }) => met ?? []),
    ...(add.weights ?? []).map(({ when }) => when),
  ];
  const asked = conditions.flatMap((when) => linesIn(when, recommendedPolicy)).map(({ fact }) => fact);
  return [...new Set([...asked, ...(add.checklist ?? []).flatMap(({ requiresFacts = [] }) => requiresFacts)])].sort();
}

const isRecommended = (pack: Pack) => recommendedPolicy.packs?.some((each) => each.pack === pack.pack) ?? false;

/** What each pack is about, and what it needs. */
function overview(): string {
  const rows = packs.map((pack) => [
    code(pack.pack),
    pack.title,
    pack.description,
    isRecommended(pack) ? "yes" : "",
    factsAskedBy(pack).map(code).join(", "),
  ]);
  return table(["Pack", "Title", "For whom", "In the recommended policy", "Facts that it asks for"], rows);
}

/** Everything that the packs bring, pack by pack. */
function contents(): string {
  const own = packs.filter(({ pack }) => pack !== "owasp-citizen-development");
  const sections = own.map((pack) => {
    const { signs = [], checks = [], boundaries = [], checklist = [], weights = [], components = [] } = pack.add;
    const rules = signs.map(({ id, title, severity, tier, when, effort, lifecycle, references }) => [
      code(id),
      title,
      code(json(when)),
      code(tier ?? "it-review"),
      severity,
      effort ?? "",
      lifecycle?.stage ?? "",
      sources(references),
    ]);
    const others = [
      ...checks.map(({ title, references }) => `- The audit looks for: ${title}. ${sources(references)}`),
      ...boundaries.map(
        ({ title, instead, review, references }) =>
          `- A boundary: ${title}. ${instead === undefined ? `It asks for the review ${code(review)}.` : `It denies: ${instead}`} ${sources(references)}`,
      ),
      ...checklist.map(
        ({ review, question, evidence = "", references }) =>
          `- The review ${code(review)} asks: ${question} Evidence: ${evidence} ${sources(references)}`,
      ),
      ...components.map(
        ({ title, summary = "", covers, references }) =>
          `- A component: ${title}. ${summary} It covers ${covers.map(code).join(", ")}. ${sources(references)}`,
      ),
      ...weights.map(
        ({ title, times, why, references }) =>
          `- In an audit an app counts ${times} times since ${title}. ${why} ${sources(references)}`,
      ),
    ];
    return [
      `### ${pack.title}: ${code(pack.pack)} ${pack.version}`,
      table(["Sign", "Title", "When", "Lifts to", "Severity", "Effort", "Stage", "Sources"], rules),
      others.join("\n"),
    ].join("\n\n");
  });
  return sections.join("\n\n");
}

/** The ten risks of OWASP, with the rules that look for them. */
function owasp(): string {
  const rows = owaspRisks.map(({ id, title, rules, open }) => [id, title, rules.map(code).join(", "), open]);
  return table(["Id", "Risk", "Looked for by", "Stays open"], rows);
}

/** For each rule of the recommended policy that a pack has brought: who needs it, and what it spares. */
function needs(): string {
  const judged = reports.map((report) => ({ report, holding: holdingIn(judgedBy(report, recommendedPolicy)) }));
  const link = (id: string) => `[${id}](field-reports.md#${id})`;
  const rows = packs.filter(isRecommended).flatMap(({ add }) =>
    (add.signs ?? []).map(({ id, references = [] }) => {
      const needing = judged.filter(({ holding }) => holding.includes(id)).map(({ report }) => link(report.id));
      const spared = judged
        .filter(({ report, holding }) => isControl(report) && !holding.includes(id))
        .map(({ report }) => report.id);
      const about = linesIn(add.signs?.find((sign) => sign.id === id)?.when ?? { all: [] }, recommendedPolicy);
      return [
        code(id),
        needing.join(", "),
        String(references.length),
        link(
          nearest(
            spared,
            about.map(({ fact }) => fact),
          ),
        ),
      ];
    }),
  );
  return table(["Rule", "Reports that it is found in", "Sources", "A control that it spares"], rows);
}

/** Of some controls the one that says most of some facts, so that it could have been taken for the real thing. */
function nearest(controls: readonly string[], facts: readonly string[]): string {
  const told = (id: string) => {
    const report = reports.find((each) => each.id === id);
    const text = JSON.stringify(report?.profile ?? {});
    return facts.filter((fact) => text.toLowerCase().includes(fact.slice(0, 5).toLowerCase())).length;
  };
  return [...controls].sort((one, other) => told(other) - told(one))[0] ?? "";
}

export const packTables = { packs: overview, "pack-contents": contents, owasp, "rules-needed": needs };
