import type { Pack, Sign } from "../policy/index.js";
import type { StandardTierId } from "../standard/index.js";
import { autonomy } from "./autonomy.js";
import { exposure } from "./exposure.js";
import { identity } from "./identity.js";
import { operations } from "./operations.js";
import { supply } from "./supply.js";

/** The signs of other packs that some risk of the list asks for. */
function signsAskedFor(): readonly Sign<StandardTierId>[] {
  const asked = new Set(owaspRisks.flatMap(({ rules }) => rules));
  const signs = [exposure, identity, autonomy, operations, supply].flatMap(
    ({ add }): readonly Sign<StandardTierId>[] => add.signs,
  );
  return signs.filter(({ id }) => asked.has(id));
}

/**
 * A risk of the OWASP Citizen Development Top 10, the rules that look for it, and what they cannot see.
 *
 * @example
 * ```ts
 * import { type OwaspRisk, owaspRisks } from "plimsoll/packs";
 *
 * const inShort = ({ id, rules }: OwaspRisk) => `${id}: ${rules.length}`;
 *
 * owaspRisks.map(inShort)[1]; // → "CD-SEC-02: 2"
 * ```
 */
export interface OwaspRisk {
  readonly id: string;
  readonly title: string;
  /** The ids of the signs that look for it. */
  readonly rules: readonly string[];
  /** What stays open: no profile tells it. */
  readonly open: string;
}

/**
 * The OWASP Citizen Development Top 10 (April 2026), each with the rules of the packs that look for it.
 *
 * @example
 * ```ts
 * import { owaspRisks } from "plimsoll/packs";
 *
 * owaspRisks.length; // → 10
 * ```
 */
export const owaspRisks: readonly OwaspRisk[] = [
  {
    id: "CD-SEC-01",
    title: "Blind trust",
    rules: ["acts-alone", "code-that-writes", "unread-parts"],
    open: "Whether people check what it tells them before they act on it.",
  },
  {
    id: "CD-SEC-02",
    title: "Account impersonation",
    rules: ["account-of-leaver", "rights-of-its-maker"],
    open: "Whether logs elsewhere show who was behind the account.",
  },
  {
    id: "CD-SEC-03",
    title: "Authorisation misuse",
    rules: ["administers", "gives-rights", "wide-reach"],
    open: "Rights that are finer than own data, others' data and administration.",
  },
  {
    id: "CD-SEC-04",
    title: "Data leakage",
    rules: ["open-sensitive-data", "public-model", "steered-by-strangers"],
    open: "From which of its systems data flows into which other.",
  },
  {
    id: "CD-SEC-05",
    title: "Authentication and secure communication failures",
    rules: ["own-passwords", "secrets-in-the-open", "untried-from-outside"],
    open: "Whether what it sends is encrypted on the way.",
  },
  {
    id: "CD-SEC-06",
    title: "Untrusted components",
    rules: ["community-connector", "unread-parts"],
    open: "Whether a version of a part is known to be vulnerable.",
  },
  {
    id: "CD-SEC-07",
    title: "Misconfiguration",
    rules: ["changed-where-it-runs", "open-to-change"],
    open: "The settings of the platform itself, such as who may share with everybody.",
  },
  {
    id: "CD-SEC-08",
    title: "Injection",
    rules: ["commanded-by-strangers", "open-to-add", "steered-by-strangers"],
    open: "Whether each input is checked before it becomes part of a query or a command.",
  },
  {
    id: "CD-SEC-09",
    title: "Asset management failures",
    rules: ["changed-where-it-runs", "no-owner-left"],
    open: "Apps that no inventory has: an audit sees what it is given.",
  },
  {
    id: "CD-SEC-10",
    title: "Logging and monitoring failures",
    rules: ["fails-unseen", "no-trail", "unwatched-writes"],
    open: "Whether logs hold data that they should not.",
  },
];

/**
 * The rules of other packs that the OWASP Citizen Development Top 10 asks for, for those who want these and no more.
 *
 * @example
 * ```ts
 * import { owaspCitizenDevelopment } from "plimsoll/packs";
 *
 * owaspCitizenDevelopment.add.signs?.some(({ id }) => id === "open-to-change"); // → true
 * ```
 */
export const owaspCitizenDevelopment: Pack<StandardTierId> = {
  pack: "owasp-citizen-development",
  version: "1.0.0",
  title: "OWASP Citizen Development Top 10",
  description: "For those who report on the ten risks of that list. Its rules are those of other packs, and come once.",
  add: { signs: /* @__PURE__ */ signsAskedFor() },
};
