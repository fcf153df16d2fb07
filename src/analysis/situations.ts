import { type Action, type Approval, authorize, dueReviews, type PlainAction } from "../governance/index.js";
import type { Policy } from "../policy/index.js";
import { type AppProfile, dataClasses } from "../profile/index.js";
import { addDays } from "../time/index.js";
import type { Compared, Side } from "./compared.js";
import type { PartWitness } from "./part-change.js";

/** An app, and what somebody is about to do with it. */
export interface Situation {
  readonly profile: AppProfile;
  readonly action: Action;
}

type Use = { readonly id: string; readonly version?: string };

const without = <Item>(items: readonly Item[], index: number) => items.filter((_, at) => at !== index);

/**
 * A few things that somebody may have been about to do, to end up with an app as it is: connect any of its systems, get any of
 * its data, open it to its users, let components handle what they do; or start it, deploy it, or do what a policy names besides.
 */
export function situationsOf(profile: AppProfile, names: readonly string[]): readonly Situation[] {
  const { integrations = [], data = [], audience: { users } = {} } = profile;
  const known = ["start", "connect", "access", "grow", "use", "deploy"];
  const custom = names.filter((name) => !known.includes(name));
  const uses = integrations.flatMap((entry, index): readonly Situation[] => {
    const { component, ...left } = entry;
    if (component === undefined) return [];
    const before = integrations.map((each, at) => (at === index ? left : each));
    const action: PlainAction = { kind: "use", component, for: { system: entry.system } };
    return [{ profile: { ...profile, integrations: before }, action }];
  });
  return [
    ...integrations.map((integration, index): Situation => {
      return {
        profile: { ...profile, integrations: without(integrations, index) },
        action: { kind: "connect", integration },
      };
    }),
    ...data.map((entry, index): Situation => {
      return { profile: { ...profile, data: without(data, index) }, action: { kind: "access", data: entry } };
    }),
    ...(typeof users === "number" ? [{ profile, action: { kind: "grow", users } as const }] : []),
    ...uses,
    { profile, action: { kind: "connect", integration: { system: "Another system", direction: "read" } } },
    { profile, action: { kind: "access", data: { class: "general" } } },
    { profile, action: { kind: "deploy" } },
    { profile, action: { kind: "start" } },
    ...custom.map((name): Situation => ({ profile, action: { kind: "custom", name, apply: (app) => app } })),
  ];
}

/** An app in which a component handles one entry after the other, and all of them. */
export function handledBy(profile: AppProfile, component: Use): readonly AppProfile[] {
  const { integrations, data, compliance } = profile;
  const all = {
    ...profile,
    ...(integrations && { integrations: integrations.map((entry) => ({ ...entry, component })) }),
    ...(data && { data: data.map((entry) => ({ ...entry, component })) }),
    ...(compliance && { compliance: compliance.map((entry) => ({ ...entry, component })) }),
  };
  const each = (integrations ?? []).map((_, index) => {
    return {
      ...profile,
      integrations: integrations?.map((entry, at) => (at === index ? { ...entry, component } : entry)),
    };
  });
  // A list that is there has its entries.
  return [all, ...(each as readonly AppProfile[])];
}

/** An app with less told of it, in one place after the other. */
export function tellingLess(profile: AppProfile): readonly AppProfile[] {
  const { id, name, ...told } = profile;
  return Object.entries(told).flatMap(([section, fields]): readonly AppProfile[] => {
    const { [section]: _, ...others } = told as Readonly<Record<string, unknown>>;
    const whole = { id, name, ...others };
    if (Array.isArray(fields)) return [whole, { ...profile, partial: [`/${section}`] }];
    if (typeof fields !== "object" || fields === null) return [whole];
    // One thing is not told; or nothing but one, where others bound it.
    const less = Object.keys(fields).flatMap((field) => {
      const [own, others] = [true, false].map((isOwn) =>
        Object.fromEntries(Object.entries(fields).filter(([each]) => (each === field) === isOwn)),
      );
      return [others, own].map((left) => ({ ...profile, [section]: left }));
    });
    return [whole, ...less];
  });
}

/** An approval that covers everything of an app, by those who may give it, as far as nothing else is wished. */
export function approvalOf(
  review: string,
  { policy: { id, version, reviews = [] } }: Pick<Side, "policy">,
  { profile, action }: { readonly profile: AppProfile; readonly action?: Action },
  day: string,
  wished: Partial<Approval> = {},
): Approval {
  const { approvers: [by = ""] = [] } = reviews.find((each) => each.id === review) ?? {};
  const added = action?.kind === "connect" ? [action.integration] : [];
  const systems = [...(profile.integrations ?? []), ...added].map(({ system }) => {
    return { system, direction: "bidirectional" as const };
  });
  return {
    app: profile.id,
    review,
    policy: { id, version },
    by,
    on: day,
    expiresOn: addDays(day, 36_500),
    scope: { users: 1_000_000_000, systems, data: dataClasses, environment: "production" },
    ...wished,
  };
}

/** What is asked of two policies alike, and what each says. */
type Answer = Omit<PartWitness, "before" | "after"> & { readonly said: readonly [before: string, after: string] };

/** The answer as a witness, if the two policies say different things. */
export function shownBy({ said: [before, after], ...asked }: Answer): PartWitness | undefined {
  return before === after ? undefined : { ...asked, before, after };
}

/** What a policy decides on an action, with the reviews that it asks for. */
function decision(
  { policy }: Side,
  { profile, action }: Situation,
  approvals: readonly Approval[],
  { facts, day }: Compared,
) {
  const { decision: said, reviews } = authorize(action, { profile, approvals, asOf: day }, policy, { facts });
  return reviews.length === 0 ? said : `${said}: ${reviews.join(", ")}`;
}

/** Asks both policies about an action: each with approvals that it gave itself. */
export function askAction(
  situation: Situation,
  compared: Compared,
  approvalsOf: (side: Side) => readonly Approval[],
): PartWitness | undefined {
  const { before, after, day } = compared;
  const approvals = approvalsOf(before);
  const said = [
    decision(before, situation, approvals, compared),
    decision(after, situation, approvalsOf(after), compared),
  ] as const;
  const { profile, action } = situation;
  const named = action.kind === "custom" ? ({ kind: "custom", name: action.name } as const) : action;
  return shownBy({ profile, asOf: day, approvals, action: named, said });
}

/** What a policy says of a review of an app at a milestone. */
function reviewIn(
  { policy }: Side,
  review: string,
  { profile, milestone }: { readonly profile: AppProfile; readonly milestone: string },
  approvals: readonly Approval[],
  { facts }: Compared,
  asOf: string,
): string {
  const { reviews = [] } = policy;
  if (!reviews.some((each) => each.milestone === milestone)) return `there is no milestone "${milestone}"`;
  const due = dueReviews(profile, { milestone, approvals, asOf }, policy, { facts });
  const found = due.find((each) => each.review === review);
  if (found === undefined) return `${review} is not due`;
  const answers = found.checklist.map(({ id, answer }) => `${id}: ${answer}`).join(", ");
  return `${review} is due${answers && ` (${answers})`}`;
}

/** Asks both policies whether a review is due, and how far its checklist is answered. */
export function askReview(
  review: string,
  app: { readonly profile: AppProfile; readonly milestone: string },
  compared: Compared,
  approvalsOf: (side: Side) => readonly Approval[] = () => [],
  asOf: string = compared.day,
): PartWitness | undefined {
  const { before, after } = compared;
  const approvals = approvalsOf(before);
  const said = [
    reviewIn(before, review, app, approvals, compared, asOf),
    reviewIn(after, review, app, approvalsOf(after), compared, asOf),
  ] as const;
  return shownBy({ profile: app.profile, asOf, approvals, milestone: app.milestone, said });
}

/** The names of all actions that the boundaries of two policies speak of. */
export const actionsNamed = (...policies: readonly Policy[]): readonly string[] => [
  ...new Set(policies.flatMap(({ boundaries = [] }) => boundaries.flatMap(({ actions }) => actions ?? []))),
];
