import type { Diagram } from "../diagrams/index.js";
import { type Component, canBeCovered, rulesOf, standing } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { between, type Compared, conditionsOnRules, first, type Side, sidesOf, whereIn } from "./compared.js";
import type { ConditionBeside } from "./lines-beside.js";
import type { Looked } from "./part-change.js";
import { actionsNamed, askAction, askReview, handledBy, shownBy, situationsOf } from "./situations.js";
import type { Written } from "./written.js";

/** How some rules stand of an app, where they lift it, and how loudly they speak. */
function standings({ classify }: Side, ids: readonly string[], profile: AppProfile): string {
  const { tier, findings, adjustments = [] } = classify(profile);
  const told = findings
    .filter(({ id }) => ids.includes(id))
    .map(({ id, status, tier: lifts, severity }) => `${id} ${status} (${[lifts, severity ?? []].flat().join(", ")})`)
    .sort();
  const adjusted = adjustments.map(({ id, by, status }) => `${id} ${status} (${by})`);
  return [tier, ...told, ...adjusted].join("; ");
}

/** Asks both policies how some rules stand. */
const askRules = (ids: readonly string[], profile: AppProfile, compared: Compared) => {
  const [one, other] = sidesOf(compared).map((side) => standings(side, ids, profile));
  return shownBy({ profile, asOf: compared.day, approvals: [], said: [one ?? "", other ?? ""] });
};

/** The rules that something which is written in a policy is about. */
function rulesAbout({ part, id, path }: Written, { policy }: Side): readonly string[] {
  const all = rulesOf(policy);
  const ids = all.map(({ rule }) => rule.id);
  if (part === "rule") return [id];
  if (part === "tier") return path[1] === undefined ? ids : [path[1]];
  if (part === "rubric") return ids;
  const place = `/tables/${(policy.tables ?? []).findIndex((table) => table.id === id)}/`;
  return all.filter(({ pointer }) => pointer.startsWith(place)).map(({ rule }) => rule.id);
}

/** Where each rule of a policy stands, by its id, and how. */
function standingOf({ policy, where }: Side, none: Diagram) {
  const placed = new Map(rulesOf(policy).map((each) => [each.rule.id, each]));
  return (id: string) => {
    const { rule, rank = 0 } = placed.get(id) ?? {};
    const severity = rule !== undefined && "severity" in rule ? rule.severity : "";
    return {
      stands: rule === undefined ? none : where(standing(rule)),
      how: rule === undefined ? "" : `${policy.tiers[rank]?.id} ${severity}`,
    };
  };
}

/** What else is so of other apps, since it asks how signs stand or what a rubric comes to: adjustments, reviews and the like. */
function effectBeside(ids: readonly string[], compared: Compared): Looked {
  const { before, after, model, appsIn } = compared;
  const askedIn = (side: Side, { when, above }: ConditionBeside) =>
    model.compiler.all([side.above(above), side.where(when)]);
  const afterwards = new Map(conditionsOnRules(after.policy).map((asked) => [JSON.stringify(asked), asked]));
  const apart = conditionsOnRules(before.policy).flatMap((asked) => {
    const now = afterwards.get(JSON.stringify(asked));
    return now === undefined ? [] : between(compared, askedIn(before, asked), askedIn(after, now));
  });
  const somewhere = apart.filter((diagram) => diagram !== model.diagrams.constant(0));
  if (somewhere.length === 0) return "none";
  return first(somewhere.flatMap(appsIn), (profile) => {
    const { reviews = [] } = before.policy;
    const asked = () => first(reviews, ({ id, milestone }) => askReview(id, { profile, milestone }, compared));
    return askRules(ids, profile, compared) ?? asked();
  });
}

/** What a rule that is written otherwise does: proven, wherever it is the same of every app. */
export function ruleEffect(written: Written, compared: Compared): Looked {
  const { model, appsIn } = compared;
  const [before, after] = sidesOf(compared).map((side) => standingOf(side, model.diagrams.constant(0)));
  if (before === undefined || after === undefined) return undefined;
  const ids = [...new Set(sidesOf(compared).flatMap((side) => rulesAbout(written, side)))];
  const differing = ids.flatMap((id) => {
    const [was, is] = [before(id), after(id)];
    const apart = between(compared, was.stands, is.stands);
    const both = was.how === is.how ? [] : [model.compiler.all([was.stands, is.stands, model.possible])];
    return [...apart, ...both]
      .filter((diagram) => diagram !== model.diagrams.constant(0))
      .map((diagram) => ({ id, diagram }));
  });
  if (differing.length === 0) return effectBeside(ids, compared);
  return first(differing, ({ id, diagram }) => first(appsIn(diagram), (app) => askRules([id], app, compared)));
}

/** What an adjustment does that is written otherwise. */
export function adjustmentEffect({ id, path }: Written, compared: Compared): Looked {
  const { model, appsIn, day } = compared;
  const none = model.diagrams.constant(0);
  const [one = none, other = none] = sidesOf(compared).map((side) => {
    const own = side.policy.adjustments?.find((each) => each.id === id);
    return own === undefined ? none : side.where(own.when);
  });
  const apart = between(compared, one, other);
  if (path[0] === "when" && apart.every((diagram) => diagram === none)) return "none";
  return first([...apart, one, other].flatMap(appsIn), (profile) => {
    const [was = "", is = ""] = sidesOf(compared).map(({ classify }) => {
      const { tier, adjustments = [] } = classify(profile);
      return [tier, ...adjustments.map((each) => JSON.stringify(each))].join("; ");
    });
    return shownBy({ profile, asOf: day, approvals: [], said: [was, is] });
  });
}

/** What a component does whose coverage, condition or version is written otherwise. */
export function componentEffect({ id, path }: Written, compared: Compared): Looked {
  const { model, appsIn, facts } = compared;
  const [one, other] = sidesOf(compared).map(({ policy }) => policy.components?.find((each) => each.id === id));
  const covering = (component: Component | undefined) => component?.covers ?? [];
  const asked = [...new Set([...covering(one), ...covering(other)])].filter(
    (rule) => path[0] !== "covers" || covering(one).includes(rule) !== covering(other).includes(rule),
  );
  const placed = sidesOf(compared).flatMap((side) =>
    rulesOf(side.policy).flatMap(({ rule }) => (asked.includes(rule.id) ? [{ side, rule }] : [])),
  );
  // What rests on nothing that a component can handle is covered by none.
  if (path[0] === "covers" && !placed.some(({ side, rule }) => canBeCovered(rule, side.policy, facts))) return "none";
  const whens = sidesOf(compared).flatMap((side) => {
    const component = side.policy.components?.find((each) => each.id === id);
    return component === undefined ? [] : [whereIn(side, component.when, compared)];
  });
  const [was = model.diagrams.constant(0), is = model.diagrams.constant(0)] = whens;
  const apart = path[0] === "when" ? between(compared, was, is) : [model.diagrams.constant(1)];
  if (apart.every((diagram) => diagram === model.diagrams.constant(0))) return "none";
  const uses = [one?.from, other?.from, undefined].map((version) => (version === undefined ? { id } : { id, version }));
  const apps = placed.flatMap(({ side, rule }) =>
    apart.flatMap((diagram) => appsIn(model.compiler.all([side.where(standing(rule)), diagram]))),
  );
  const handled = apps.flatMap((app) => uses.flatMap((use) => handledBy(app, use)));
  const inTiers = first(handled, (app) => askRules(asked, app, compared));
  if (inTiers !== undefined || path[0] === "covers") return inTiers;
  const names = actionsNamed(...sidesOf(compared).map(({ policy }) => policy));
  const situations = handled.flatMap((app) => situationsOf(app, names));
  return first(situations, (situation) => askAction(situation, compared, () => []));
}
