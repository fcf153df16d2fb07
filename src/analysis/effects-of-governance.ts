import type { Condition } from "../conditions/index.js";
import type { Diagram } from "../diagrams/index.js";
import type { Review } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { addDays } from "../time/index.js";
import { between, type Compared, first, type Side, sidesOf, whereIn } from "./compared.js";
import type { Looked } from "./part-change.js";
import {
  actionsNamed,
  approvalOf,
  askAction,
  askReview,
  handledBy,
  shownBy,
  situationsOf,
  tellingLess,
} from "./situations.js";
import type { Written } from "./written.js";

/** Where a review is asked of apps. */
function askedIn(side: Side, review: Review | undefined, compared: Compared): Diagram {
  const { compiler, diagrams } = compared.model;
  if (review === undefined) return diagrams.constant(0);
  return compiler.all([side.above(review.above), whereIn(side, review.when, compared)]);
}

const reviewIn = ({ policy }: Side, id: string) => policy.reviews?.find((each) => each.id === id);

/** What a review does that is written otherwise. */
export function reviewEffect({ id, path }: Written, compared: Compared): Looked {
  const { model, appsIn, day } = compared;
  const none = model.diagrams.constant(0);
  const sides = sidesOf(compared);
  const reviews = sides.flatMap((side) => reviewIn(side, id) ?? []);
  const [was = none, is = none] = sides.map((side) => askedIn(side, reviewIn(side, id), compared));
  const milestones = [...new Set(reviews.map(({ milestone }) => milestone))];
  const ask = (apps: readonly AppProfile[]) =>
    first(apps, (profile) => first(milestones, (milestone) => askReview(id, { profile, milestone }, compared)));
  const apart = between(compared, was, is);
  const [field, item, inside] = path;
  if (field === "above" || field === "when") {
    return apart.every((diagram) => diagram === none) ? "none" : ask(apart.flatMap(appsIn));
  }
  const due = model.compiler.any([was, is]);
  // Of a review that is asked of no app an approval is worth nothing, but where a boundary asks for it.
  const isNamed = sides.some(({ policy: { boundaries = [] } }) => boundaries.some(({ review }) => review === id));
  if (!isNamed && model.compiler.all([model.possible, due]) === none) return "none";
  if (field === "checklist" && inside === "met") {
    const [met = none, now = none] = sides.map((side) => {
      const own = reviewIn(side, id)?.checklist.find((each) => each.id === item);
      return own?.met === undefined ? none : side.where(own.met);
    });
    const isSaid = reviews.every((each) => each.checklist.find((own) => own.id === item)?.met !== undefined);
    const differing = between(compared, met, now).map((diagram) => model.compiler.all([diagram, due]));
    if (isSaid && differing.every((diagram) => diagram === none)) return "none";
    const notMet = [met, now].map((diagram) => model.compiler.all([due, model.compiler.not(diagram)]));
    return ask([...differing, ...notMet, due].flatMap(appsIn));
  }
  const told = [due, ...apart].flatMap(appsIn);
  // A question about facts is open where a profile does not tell them.
  const apps = inside === "requiresFacts" ? told.flatMap(tellingLess) : told;
  const plain = ask(apps);
  if (plain !== undefined) return plain;
  // What an approval is worth: by whom, how long, and for what of an app.
  const [milestone] = milestones;
  if (milestone === undefined) return undefined;
  const approvers = [...new Set(reviews.flatMap((review) => review.approvers))];
  const scope = { users: 1_000_000_000, systems: [], data: [], environment: "production" as const };
  const partly = Object.keys(scope).map((part) => ({ ...scope, [part]: undefined }));
  const days = reviews.map(({ validFor }) => addDays(day, validFor));
  return first(apps, (profile) =>
    first(days.concat(day), (asOf) =>
      first(approvers, (by) =>
        first([undefined, ...partly], (other) => {
          const given = (side: Side) => {
            const approval = approvalOf(id, side, { profile }, day, { by });
            return [{ ...approval, scope: other === undefined ? approval.scope : without(approval.scope, other) }];
          };
          return askReview(id, { profile, milestone }, compared, given, asOf);
        }),
      ),
    ),
  );
}

/** What it does that a policy has another id: approvals are given by the id of a policy. */
export function idEffect(compared: Compared): Looked {
  const { before, after, appsIn, day } = compared;
  const { reviews = [] } = before.policy;
  return first(reviews, (review) =>
    first(appsIn(askedIn(after, reviewIn(after, review.id), compared)), (profile) => {
      const given = [approvalOf(review.id, before, { profile }, day)];
      return askReview(review.id, { profile, milestone: review.milestone }, compared, () => given);
    }),
  );
}

/** A scope without what another one does not speak of. */
function without<Scope extends object>(scope: Scope, other: object): Scope {
  const silent = new Set(Object.entries(other).flatMap(([part, covered]) => (covered === undefined ? [part] : [])));
  // Every part of a scope may be left out.
  return Object.fromEntries(Object.entries(scope).filter(([part]) => !silent.has(part))) as Scope;
}

const boundaryIn = ({ policy }: Side, id: string) => policy.boundaries?.find((each) => each.id === id);

/** What a boundary does that is written otherwise. */
export function boundaryEffect({ id, path }: Written, compared: Compared): Looked {
  const { model, appsIn } = compared;
  const { compiler, diagrams } = model;
  const sides = sidesOf(compared);
  const none = diagrams.constant(0);
  const [above = none, aboveNow = none] = sides.map((side) => {
    const own = boundaryIn(side, id);
    return own === undefined ? none : side.above(own.above);
  });
  const [when = none, whenNow = none] = sides.map((side) => {
    const own = boundaryIn(side, id);
    return own === undefined ? none : whereIn(side, own.when, compared);
  });
  const tiers = between(compared, above, aboveNow);
  if (path[0] === "above" && tiers.every((diagram) => diagram === none)) return "none";
  const found = (diagrams: readonly Diagram[]) => diagrams.filter((diagram) => diagram !== none).flatMap(appsIn);
  const stands = [compiler.all([above, when]), compiler.all([aboveNow, whenNow])];
  const apps = found([...between(compared, when, whenNow), ...tiers, ...stands]);
  const components = sides.flatMap((side) => boundaryIn(side, id)?.unlessUsing ?? []);
  const usable = sides.flatMap(({ policy }) => policy.components ?? []);
  const handled = [...new Set(components)].flatMap((component) => {
    const { from: version } = usable.find((each) => each.id === component) ?? {};
    return apps.flatMap((app) => handledBy(app, { id: component, ...(version !== undefined && { version }) }));
  });
  const names = actionsNamed(...sides.map(({ policy }) => policy));
  const situations = [...apps, ...handled].flatMap((app) => situationsOf(app, names));
  const others = (side: Side, own: readonly string[]) =>
    (side.policy.reviews ?? []).filter((review) => !own.includes(review.id));
  const asking = sides.flatMap((side) => boundaryIn(side, id)?.review ?? []);
  // With all other reviews held, this boundary alone decides.
  const given = (own: readonly string[]) => (situation: (typeof situations)[number]) =>
    askAction(situation, compared, (side) =>
      others(side, own).map((review) => approvalOf(review.id, side, situation, compared.day)),
    );
  const ways = [given(asking), ...asking.map((review) => given([review])), given([])];
  return (
    first(ways, (ask) => first(situations, ask)) ??
    first(situations, (situation) => askAction(situation, compared, () => []))
  );
}

/** What the audit does where a check or a weight is written otherwise that asks a condition. */
export function auditEffect({ path: [field, id, inside] }: Written, compared: Compared): Looked {
  if (id === undefined) return undefined;
  if (field === "checks") return checkEffect(id, inside, compared);
  return field === "weights" ? weightEffect(id, inside, compared) : undefined;
}

/** What changes with a condition of the audit, by what is said of an app on each side. */
function conditionEffect(
  whenIn: (side: Side) => Condition | undefined,
  isAsked: boolean,
  saidOf: (side: Side, isSo: boolean) => string,
  compared: Compared,
): Looked {
  const { model, appsIn, day } = compared;
  const { compiler, diagrams } = model;
  const none = diagrams.constant(0);
  const sides = sidesOf(compared);
  const [was = none, is = none] = sides.map((side) => {
    const when = whenIn(side);
    return when === undefined ? none : side.where(when);
  });
  const apart = between(compared, was, is);
  if (isAsked && apart.every((diagram) => diagram === none)) return "none";
  // What weighs is felt where something is found: of apps above the lowest tier, something always is.
  const found = compiler.any(sides.map((side) => side.above(side.policy.tiers[0]?.id)));
  const telling = [...apart, was, is].flatMap((diagram) => [compiler.all([diagram, found]), diagram]);
  return first(telling.filter((diagram) => diagram !== none).flatMap(appsIn), (profile) => {
    const [before = "", after = ""] = sides.map((side) => {
      const when = whenIn(side);
      return saidOf(side, when !== undefined && side.holds(when, profile) === true);
    });
    return shownBy({ profile, asOf: day, approvals: [], said: [before, after] });
  });
}

function checkEffect(id: string, inside: string | undefined, compared: Compared): Looked {
  const checkIn = ({ policy }: Side) => policy.audit?.checks.find((each) => each.id === id);
  const whenIn = (side: Side) => {
    const check = checkIn(side);
    return check !== undefined && "when" in check ? check.when : undefined;
  };
  const isAsked = inside === "when" && sidesOf(compared).every((side) => whenIn(side) !== undefined);
  // A finding of a check speaks as loudly as the check says.
  const said = (side: Side, isSo: boolean) => {
    const { severity, suggests } = checkIn(side) ?? {};
    if (!isSo) return `${id} is not found`;
    return `${id} is found (${severity})${suggests === undefined ? "" : `, which suggests ${suggests}`}`;
  };
  return conditionEffect(whenIn, isAsked, said, compared);
}

function weightEffect(id: string, inside: string | undefined, compared: Compared): Looked {
  const weightIn = ({ policy }: Side) => policy.audit?.weights?.find((each) => each.id === id);
  const said = (side: Side, isSo: boolean) =>
    isSo ? `points count ${weightIn(side)?.times} times because of ${id}` : `${id} does not weigh`;
  return conditionEffect((side) => weightIn(side)?.when, inside === "when", said, compared);
}
